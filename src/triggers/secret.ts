import type crypto from "node:crypto";

/** Node's crypto is loaded late, for the component to load fast. */
function nodeCrypto(): typeof crypto {
  return require("node:crypto") as typeof crypto;
}

/** A secret that nobody else has. */
export function newSecret(): string {
  return nodeCrypto().randomBytes(32).toString("base64url");
}

/** Whether a text is the secret. Takes the same time whatever it is. */
export function isSecret(text: string, secret: string): boolean {
  return nodeCrypto().timingSafeEqual(digest(text), digest(secret));
}

function digest(text: string): Buffer {
  return nodeCrypto().createHash("sha256").update(text).digest();
}
