import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import fastify from "fastify";
import { buildSchema, graphql } from "graphql";
import { forManifest, stepsOf } from "./manifest";

/** An input, with what these tests read of it. */
export interface PublishedInput {
  readonly key: string;
  readonly label: string;
  readonly type: string;
  readonly comments?: string;
  readonly collection?: string;
  readonly model?: readonly object[];
}

/** How a component or a part of it is shown. */
export interface PublishedDisplay {
  readonly label: string;
  readonly description: string;
}

/** An action, trigger or data source, with what these tests read of it. */
export interface PublishedMember {
  readonly key: string;
  readonly display: PublishedDisplay;
  readonly inputs: readonly PublishedInput[];
  readonly examplePayload: string;
}

/** What the platform is told about a component. */
export interface Published {
  readonly definition: {
    readonly key: string;
    readonly display: PublishedDisplay;
    readonly public?: boolean;
  };
  readonly actions: readonly PublishedMember[];
  readonly triggers: readonly PublishedMember[];
  readonly dataSources: readonly PublishedMember[];
  readonly connections: readonly Pick<PublishedMember, "key" | "inputs">[];
  readonly comment?: string;
  readonly customer?: string;
  readonly attributes?: string;
}

/** One version of a component. */
export interface Version {
  readonly published: Published;
  /** What was uploaded for it, by what it was asked for as: `package`, `icon` or `source`. */
  readonly uploads: Record<string, Buffer>;
}

/** A stand-in of the platform for one organization and one component. */
export interface Platform {
  readonly url: string;
  /** Whoever shows it is logged in. */
  readonly token: string;
  /** How often something was published. */
  count(): number;
  /**
   * What was published last.
   *
   * @throws Error when nothing was
   */
  latest(): Version;
  close(): Promise<void>;
}

const SCHEMA = buildSchema(
  ["publish.graphql", "definitions.graphql", "manifest.graphql"]
    .map((name) => readFileSync(path.join(__dirname, name), "utf8"))
    .join("\n"),
);

/**
 * A digest of bytes. That of a package is its signature
 * (https://github.com/prismatic-io/prism/blob/main/src/utils/component/signature.ts).
 */
export function digestOf(bytes: Uint8Array): string {
  return createHash("sha1").update(bytes).digest("hex");
}

/** What the platform does with the requests of `publish.graphql` and `manifest.graphql`. */
function resolversOf(versions: Version[], origin: () => string) {
  return {
    authenticatedUser: { name: "Robin", email: "robin@example.com" },
    components(wanted: { key?: string; public?: boolean }) {
      const latest = versions.findLast(
        ({ published: { definition } }) =>
          definition.key === wanted.key && (definition.public ?? false) === wanted.public,
      );
      const zip = latest?.uploads.package;
      return {
        nodes: zip ? [{ id: "1", signature: digestOf(zip), ...forManifest(latest.published) }] : [],
      };
    },
    actions() {
      const latest = versions.at(-1);
      return latest && stepsOf(latest.published);
    },
    scopedConfigVariables: { nodes: [] },
    publishComponent({ input }: { input: Published }) {
      const versionNumber = versions.push({ published: input, uploads: {} });
      const uploadTo = (name: string) => `${origin()}/uploads/${versionNumber}/${name}`;
      return {
        publishResult: {
          component: { id: "1", versionNumber },
          iconUploadUrl: uploadTo("icon"),
          packageUploadUrl: uploadTo("package"),
          sourceUploadUrl: uploadTo("source"),
          connectionIconUploadUrls: [],
          connectionAvatarIconUploadUrls: [],
        },
        errors: [],
      };
    },
  };
}

/** Starts one on this machine. */
export async function startPlatform(): Promise<Platform> {
  const token = "the-token-of-these-tests";
  const versions: Version[] = [];
  const server = fastify({ bodyLimit: 2 ** 26, forceCloseConnections: true });
  const rootValue = resolversOf(versions, () => server.listeningOrigin);

  server.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );
  server.post<{ Body: { query: string; variables: Record<string, unknown> } }>(
    "/api",
    async ({ headers, body: { query: source, variables: variableValues } }, reply) =>
      headers.authorization === `Bearer ${token}`
        ? graphql({ schema: SCHEMA, rootValue, source, variableValues })
        : reply.code(401).send({ errors: [{ message: "Not authenticated" }] }),
  );
  server.put<{ Params: { version: number; name: string }; Body: Buffer }>(
    "/uploads/:version/:name",
    async ({ params: { version, name }, body }, reply) => {
      const found = versions[version - 1];
      if (found) {
        found.uploads[name] = body;
      }
      return reply.code(found ? 200 : 404).send();
    },
  );
  return {
    url: await server.listen({ host: "127.0.0.1", port: 0 }),
    token,
    count: () => versions.length,
    latest() {
      const version = versions.at(-1);
      if (!version) {
        throw new Error("Nothing was published.");
      }
      return version;
    },
    close: () => server.close(),
  };
}
