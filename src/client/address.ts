import type { Mask } from "./secrets";
import { visible } from "./trimmed";

/**
 * One DNS label: letters, digits and inner hyphens, at most 63 (docs/gorgias-api.md,
 * "Address and authentication").
 */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Hosts that never leave this machine. */
const LOOPBACK = "localhost|127(?:\\.\\d{1,3}){3}|\\[::1\\]";
const LOOPBACK_HOST = new RegExp(`^(?:${LOOPBACK})$`);
const LOOPBACK_ORIGIN = new RegExp(`^https?://(?:${LOOPBACK})(?::\\d{1,5})?(?=/?$)`);

/**
 * Where an account's API lives.
 *
 * @param label the account's name, as {@link accountLabel} reads it
 * @returns the origin, always `https://<label>.gorgias.com`; for development alone, the loopback
 *   origin that `GORGIAS_BASE_URL` names
 * @throws Error when `GORGIAS_BASE_URL` is anything but a loopback origin
 */
export function originOf(label: string): string {
  const development = process.env.GORGIAS_BASE_URL;
  return development ? loopbackOrigin(development) : `https://${label}.gorgias.com`;
}

/**
 * An account's name: the one label in front of `.gorgias.com`.
 *
 * @param domain what an admin typed: `acme`, `acme.gorgias.com` or an address copied from a browser
 * @param mask takes out of the error what it must not quote
 * @throws Error when the domain names no single Gorgias account
 */
export function accountLabel(domain: unknown, mask: Mask = (text) => text): string {
  const typed = typeof domain === "string" ? visible(domain).toLowerCase() : "";
  const host = typed.replace(/^https?:\/\//, "").replace(/[/?#].*$/s, "");
  const label = host.replace(/\.gorgias\.com$/, "");
  if (!LABEL.test(label)) {
    throw new Error(
      `Domain: expected your Gorgias account's name, such as acme or acme.gorgias.com, got ${quoted(domain, mask)}.`,
    );
  }
  return label;
}

/** What an error says was typed. */
export function quoted(domain: unknown, mask: Mask): string {
  if (typeof domain !== "string" || domain.trim() === "") {
    return "nothing";
  }
  return JSON.stringify(mask(domain).slice(0, 100));
}

function loopbackOrigin(address: string): string {
  const [origin] = LOOPBACK_ORIGIN.exec(address) ?? [];
  if (origin === undefined) {
    throw new Error(
      "GORGIAS_BASE_URL: expected an address on this machine without a path, such as http://127.0.0.1:8090. It is for development; for a real account leave it unset.",
    );
  }
  return origin;
}

/**
 * Checks where a redirect of Gorgias leads.
 *
 * @param location the header, absolute or not
 * @param from where it came from
 * @param origin the account's own origin
 * @throws Error unless it is an https address; for development, where the account is on this
 *   machine, a loopback address does too
 */
export function trustedAddress(location = "", from: string, origin: string): string {
  const url = URL.canParse(location, from) ? new URL(location, from) : undefined;
  const isLocal = origin.startsWith("http:") && LOOPBACK_HOST.test(url?.hostname ?? "");
  if (url?.protocol !== "https:" && !isLocal) {
    throw new Error("Gorgias redirected to an address that is not secure; it was not followed.");
  }
  return String(url);
}

/**
 * Fills in the parts of a path, so that none of them can change its meaning.
 *
 * @param template the path, with its parts in braces: `/tickets/{ticket_id}/messages/{id}`
 * @param values the parts by name
 * @throws Error for a part that is missing or that {@link isPathPart} rejects
 */
export function pathOf(
  template: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encoded(Object.hasOwn(values, name) ? values[name] : undefined),
  );
}

function encoded(part: string | number | undefined): string {
  if (part === undefined || !isPathPart(String(part))) {
    throw new Error(`${JSON.stringify(String(part))} cannot be part of a path.`);
  }
  return encodeURIComponent(part);
}

/** A part of a path, decoded; undefined when its percent signs are not used as they should be. */
export function decodedPart(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/**
 * Whether a text can stand between two slashes of a path and mean nothing else: it is not empty,
 * `.` or `..`, and has no slash, control character or half of a character in it.
 */
export function isPathPart(text: string): boolean {
  return !/^\.{0,2}$/.test(text) && !/[/\\\p{Cc}\p{Cs}]/u.test(text);
}
