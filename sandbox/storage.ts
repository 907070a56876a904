import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { parse } from "node:path";
import fastify, { type FastifyInstance } from "fastify";

/** The values of an upload's `type`, `docs/gorgias-api.md`, "Files". */
export const FILE_TYPES = [
  "attachment",
  "public_attachment",
  "profile_picture",
  "widget_picture",
] as const;

/** A file that somebody uploaded. */
export interface StoredFile {
  contentType: string;
  content: Buffer;
}

/** The part of an address that says whose files these are: the account's, as in Gorgias' examples. */
const DOMAIN_HASH = "Hna8kldnmlal";

/** How long a signed address works. */
const SIGNATURE_LIFETIME_MS = 60_000;

/**
 * The host that keeps the files, at another origin than the API. It serves bytes to whoever has a
 * signed address and refuses requests that carry credentials, as storage hosts do: a client that
 * sends Gorgias' credentials along shows.
 */
export class Storage {
  private readonly files = new Map<string, StoredFile>();
  private readonly secret = randomBytes(16);
  private readonly server: FastifyInstance = fastify({ forceCloseConnections: true });
  private origin = "";

  constructor(private readonly now: () => number) {
    this.server.get("/*", (request, reply) => {
      if (request.headers.authorization !== undefined) {
        return reply.code(400).send("Only one authentication mechanism is allowed.");
      }
      const { pathname, searchParams } = new URL(request.url, this.origin);
      const expires = searchParams.get("expires") ?? "";
      const isOpen = !pathname.startsWith("/attachment/");
      const isSigned =
        searchParams.get("signature") === this.sign(pathname, expires) &&
        Number(expires) > this.now();
      if (!isOpen && !isSigned)
        return reply.code(403).send("The address is not signed, or has expired.");
      const file = this.files.get(pathname);
      if (file === undefined) return reply.code(404).send("No such file.");
      return reply.type(file.contentType).send(file.content);
    });
  }

  /** Starts serving on a free port. */
  async listen(): Promise<void> {
    this.origin = await this.server.listen({ host: "127.0.0.1", port: 0 });
  }

  /** Stops serving. */
  close(): Promise<void> {
    return this.server.close();
  }

  /** Keeps a file and answers its address: `…/{file_type}/{domain_hash}/{resource_name}`. */
  keep(fileType: string, label: string, file: StoredFile): string {
    const { name, ext } = parse(label.replaceAll(/[\\/]/g, "_"));
    return this.keepAs(fileType, `${name}-${randomUUID()}${ext}`, file);
  }

  /** The same under a name that is known beforehand. */
  keepAs(fileType: string, resourceName: string, file: StoredFile): string {
    const path = this.path(fileType, DOMAIN_HASH, resourceName);
    this.files.set(path, file);
    return `${this.origin}${path}`;
  }

  /** The file at an address that `keep` answered. */
  read(url: string): StoredFile | undefined {
    return URL.canParse(url) && new URL(url).origin === this.origin
      ? this.files.get(new URL(url).pathname)
      : undefined;
  }

  /** Deletes the file at an address that `keep` answered. */
  forget(url: string): void {
    this.files.delete(new URL(url).pathname);
  }

  /** An address that works for a minute, without credentials; undefined when there is no file. */
  signedUrl(fileType: string, domainHash: string, resourceName: string): string | undefined {
    const path = this.path(fileType, domainHash, resourceName);
    if (!this.files.has(path)) return undefined;
    const expires = String(this.now() + SIGNATURE_LIFETIME_MS);
    const query = new URLSearchParams({ expires, signature: this.sign(path, expires) });
    return `${this.origin}${path}?${query}`;
  }

  private path(...parts: string[]): string {
    return new URL(`/${parts.map(encodeURIComponent).join("/")}`, "http://storage").pathname;
  }

  private sign(path: string, expires: string): string {
    return createHmac("sha256", this.secret).update(`${path}\n${expires}`).digest("base64url");
  }
}
