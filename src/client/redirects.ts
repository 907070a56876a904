import { trustedAddress } from "./address";
import type { Delivered } from "./delivery";
import { GorgiasError } from "./errors";
import type { Answer, HttpRequest } from "./http";
import type { Mask } from "./secrets";

/** How many redirects a download follows. */
const MOST_HOPS = 5;

/** Whether an answer says where to look instead. */
export function isRedirect({ status, headers }: Answer): boolean {
  return status >= 300 && status < 400 && headers.location !== undefined;
}

/**
 * The request for a file where a redirect leads: without credentials, wherever that is.
 *
 * @param asked the request that was redirected
 * @param hops how many redirects were followed before this one
 * @param origin the account's own
 * @param mask takes out of an error what nobody may read
 * @throws GorgiasError when it leads to where no file can be
 */
export function followed(
  asked: HttpRequest,
  { status, headers, attempts }: Delivered,
  hops: number,
  origin: string,
  mask: Mask,
): HttpRequest {
  try {
    if (hops === MOST_HOPS) {
      throw new Error(`Gorgias redirected more than ${MOST_HOPS} times; the file was not found.`);
    }
    const url = trustedAddress(headers.location, asked.url, origin);
    return { ...asked, method: "GET", url, headers: {}, content: undefined };
  } catch (error) {
    const problem = error instanceof Error ? error.message : "";
    const request = mask(asked.name);
    throw new GorgiasError(`${request}: ${problem}`, { request, status, attempts });
  }
}
