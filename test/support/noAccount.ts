/** Keeps an account away that the person who runs the tests has in the environment or in `.env`. */
export const NO_ACCOUNT = {
  GORGIAS_DOMAIN: "",
  GORGIAS_USERNAME: "",
  GORGIAS_API_KEY: "",
  GORGIAS_ACCESS_TOKEN: "",
  GORGIAS_BASE_URL: "",
  PRISMATIC_CONNECTION_VALUE: "",
};
