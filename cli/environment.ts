import { config, populate } from "dotenv";
import { ACCOUNT_VARIABLES, type Environment } from "../src/connections/environment";
import { fileFault } from "../src/fileFault";

/**
 * Adds what a file `.env` in this folder says. What names an account is taken from one place
 * alone: a key in the file never joins the domain or the address of another account.
 *
 * @param environment what is added to, usually `process.env`
 * @returns whether the file's account is left out because the environment names one
 * @throws Error when there is such a file and it cannot be read
 */
export function addEnvFile(environment: NodeJS.ProcessEnv): boolean {
  const { parsed = {}, error } = config({ quiet: true, processEnv: {} });
  if (error && error.code !== "ENOENT") {
    throw new Error(`The file .env cannot be read: ${fileFault(error)}.`);
  }
  const isLeftOut = namesAccount(environment) && namesAccount(parsed);
  const added = Object.entries(parsed).filter(
    ([name]) => !isLeftOut || !ACCOUNT_VARIABLES.includes(name),
  );
  populate(environment, Object.fromEntries(added));
  return isLeftOut;
}

function namesAccount(environment: Environment): boolean {
  return ACCOUNT_VARIABLES.some((name) => environment[name]);
}
