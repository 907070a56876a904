import { randomBytes, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import type { Failure } from "../messages";
import { LARGEST_FILE, tooLarge } from "./files";

/** A token that nobody guesses, for the address of the page. */
export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

/** Requests of these methods change nothing. */
const READS = ["GET", "HEAD"];

/**
 * Lets only the page in. Other programs of the person do not know the token; other pages in their
 * browser cannot say that they are this one, whatever name they reach the server by.
 *
 * @param port what the server listens on
 */
export function guard(token: string, port: number): MiddlewareHandler {
  // As a browser writes them: without port 80, for one.
  const own = ["127.0.0.1", "localhost"].map((name) => new URL(`http://${name}:${port}`));
  const [hosts, origins] = [own.map(({ host }) => host), own.map(({ origin }) => origin)];
  return async ({ req, notFound, json }, next) => {
    const [, given = ""] = req.path.split("/");
    if (!isSame(given, token) || !hosts.includes(req.header("host") ?? "")) {
      return notFound();
    }
    const origin = req.header("origin");
    const site = req.header("sec-fetch-site") ?? "same-origin";
    const isOwn = origin === undefined ? READS.includes(req.method) : origins.includes(origin);
    const isOwnSite = site === "same-origin" || (site === "none" && READS.includes(req.method));
    const isPage = req.header("sec-fetch-mode") === "navigate";
    if (!isOwn || !(isOwnSite || isPage)) {
      const failure: Failure = { message: "Only the workbench's own page may ask this." };
      return json(failure, 403);
    }
    return next();
  };
}

/** Takes as long whatever is different. */
function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The most of anything but a file that is taken, in bytes. */
const LARGEST_FORM = 10 * 2 ** 20;

/** Takes no more than a form or a file can hold. */
export function sizeLimits(): MiddlewareHandler {
  const of = (maxSize: number, wordsFor: (name: string) => string) =>
    bodyLimit({
      maxSize,
      onError: ({ req, json }) => {
        const failure: Failure = { message: wordsFor(req.query("name") || "The file") };
        return json(failure, 413);
      },
    });
  const file = of(LARGEST_FILE, tooLarge);
  const form = of(LARGEST_FORM, () => "The form holds more than 10 MB.");
  return (context, next) => (context.req.path.endsWith("/files") ? file : form)(context, next);
}

/** Mantine and CodeMirror write their styles into the page: those need `unsafe-inline`. */
export function headers(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "blob:", "data:"],
      mediaSrc: ["'self'", "blob:", "data:"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'self'"],
    },
    xFrameOptions: "DENY",
    // Nobody serves this machine over TLS.
    strictTransportSecurity: false,
    // A file that is shown has a policy of its own.
    overwrite: false,
  });
}
