import { Command, InvalidArgumentError, Option } from "commander";
import pc from "picocolors";
import { startSandbox } from "./index";
import { listenFault } from "./listenFault";

const program = new Command("sandbox")
  .description("Runs a Gorgias account on this machine, with a made-up shop in it.")
  .option("--port <number>", "port to listen on, 0 picks a free one", whole, 8090)
  .option("--tickets <number>", "how many tickets the shop has", whole, 1000)
  .option("--seed <number>", "the same seed gives the same shop", whole, 1)
  .option("--capacity <number>", "requests that fit into the API key's bucket", whole, 40)
  .option("--window <seconds>", "how long a full bucket takes to run empty", whole, 20)
  .option("--no-rate-limit", "answer any number of requests")
  .option("--cursor-lifetime <seconds>", "how long a cursor works", whole, 600)
  .option("--token-lifetime <seconds>", "how long an OAuth access token works", whole, 3600)
  .option("--replace-refresh-tokens", "let a refresh token work once, and give another")
  .option("--upload-limit <bytes>", "how much one upload may hold", whole, 10 * 1024 * 1024)
  .addOption(
    new Option("--search-shape <shape>", "how search answers: a bare array, or under data")
      .choices(["array", "data"])
      .default("data"),
  );

interface Flags {
  port: number;
  tickets: number;
  seed: number;
  capacity: number;
  window: number;
  rateLimit: boolean;
  cursorLifetime: number;
  tokenLifetime: number;
  replaceRefreshTokens?: true;
  uploadLimit: number;
  searchShape: "array" | "data";
}

async function main(): Promise<void> {
  const flags = program.parse().opts<Flags>();
  const sandbox = await startSandbox({
    port: flags.port,
    tickets: flags.tickets,
    seed: flags.seed,
    rateLimit: flags.rateLimit && { capacity: flags.capacity, windowSeconds: flags.window },
    cursorLifetimeMs: flags.cursorLifetime * 1000,
    tokenLifetimeSeconds: flags.tokenLifetime,
    replacesRefreshTokens: flags.replaceRefreshTokens === true,
    uploadLimitBytes: flags.uploadLimit,
    searchShape: flags.searchShape,
  });
  const limit = flags.rateLimit
    ? `${flags.capacity} requests per ${flags.window} s, twice as many with OAuth`
    : "none";
  process.stdout.write(
    [
      `${pc.bold("A Gorgias account is running")} with ${flags.tickets} tickets in it.`,
      "",
      `  Address        ${pc.cyan(`${sandbox.url}/api`)}`,
      `  Username       ${sandbox.credentials.username}`,
      `  API key        ${sandbox.credentials.apiKey}`,
      "                 An admin's, who may do everything. Others may less:",
      ...Object.entries(sandbox.keys).flatMap(([role, { username, apiKey }]) =>
        role === "admin" ? [] : `  ${role.padEnd(15)}${username}, ${apiKey}`,
      ),
      `  Client ID      ${sandbox.oauth.clientId}`,
      `  Client secret  ${sandbox.oauth.clientSecret}`,
      `  Rate limit     ${limit}`,
      "",
      "To use it in another terminal, copy these lines there:",
      "",
      `  export GORGIAS_BASE_URL=${sandbox.url}`,
      "  export GORGIAS_DOMAIN=acme",
      `  export GORGIAS_USERNAME=${sandbox.credentials.username}`,
      `  export GORGIAS_API_KEY=${sandbox.credentials.apiKey}`,
      "",
      "Then, for example: npm start -- listTickets limit=5",
      "docs/sandbox.md shows how to let something go wrong.",
      "",
      "Press Ctrl+C to stop.",
      "",
    ].join("\n"),
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void sandbox.close());
  }
}

function whole(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("Not a whole number.");
  return Number(text);
}

main().catch((error: unknown) => {
  const words = error instanceof Error ? error.message : String(error);
  const { port } = program.opts<Flags>();
  process.stderr.write(`${listenFault(Object(error), port) ?? words}\n`);
  process.exitCode = 1;
});
