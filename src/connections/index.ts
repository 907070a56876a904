import { apiKey } from "./apiKey";
import { oauth2 } from "./oauth2";
import { oauth2ByDomain } from "./oauth2ByDomain";

/** Every way to connect to a Gorgias account, in the order in which an admin sees them. */
export const connections = [apiKey, oauth2, oauth2ByDomain];
