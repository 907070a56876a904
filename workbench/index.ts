import { Command, InvalidArgumentError } from "commander";
import pc from "picocolors";
import { loadComponent } from "../cli/bundle";
import { addEnvFile } from "../cli/environment";
import { preparePage } from "./build";

/** What a person chose. */
interface Flags {
  readonly open: boolean;
  readonly port: number;
}

/** How long what is under way is waited for at the end, in milliseconds. */
const LONGEST_END_MS = 5000;

const program = new Command("npm run workbench --")
  .description(
    "Opens a page on this machine that runs the connector, on a made-up account or on your own.",
  )
  .option("--port <n>", "serve the page on this port; 0 picks a free one", portFrom, 0)
  .option("--no-open", "only print the page's address")
  .addHelpText(
    "after",
    `
To work on an account of your own, connect it on the page, or name it in the
environment or in a file .env. .env.example names all variables.`,
  )
  .action(main);

async function main({ open: isOpened, port }: Flags): Promise<void> {
  // Loaded only now, so that a package that is missing is told in words.
  const { startWorkbench } = await import("./server/index.js");
  if (addEnvFile(process.env)) {
    say("The environment names the account. What .env says of an account is left out.");
  }
  const [component] = await Promise.all([loadComponent(say), preparePage(say)]);
  const { url, account, underWay, close } = await startWorkbench({
    component,
    port,
    environment: process.env,
  });
  // The second signal finds nobody that listens for it: it ends the process at once.
  const end = (signal: NodeJS.Signals) => {
    const exit = () => process.exit(signal === "SIGINT" ? 130 : 143);
    const steps = underWay();
    if (steps.length > 0) {
      say(`Waiting for ${steps.join(", ")}. Press Ctrl+C again to end now.`);
    }
    setTimeout(exit, LONGEST_END_MS).unref();
    void close().finally(exit);
  };
  process.once("SIGINT", end).once("SIGTERM", end);
  say(`The workbench is open, on ${account}:`);
  process.stdout.write(`${pc.cyan(url)}\n`);
  say("Press Ctrl+C to stop.");
  if (isOpened) {
    await openInBrowser(url);
  }
}

/** Loaded only now: it is installed beside the page. */
async function openInBrowser(url: string): Promise<void> {
  const { default: open } = await import("open");
  const failed = () => say("No browser could be opened: open the address yourself.");
  await open(url).then((browser) => browser.once("error", failed), failed);
}

function portFrom(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError("Expected a port from 0 to 65535.");
  }
  return port;
}

function say(remark: string): void {
  process.stderr.write(`${remark}\n`);
}

/** A package that came with a change of this project, and that nobody has installed since. */
const NO_PACKAGE = /^Cannot find (?:module|package) '([^./][^']*)'/;

program.parseAsync().catch((error: unknown) => {
  const words = error instanceof Error ? error.message : String(error);
  const [, missing] = NO_PACKAGE.exec(words) ?? [];
  say(pc.red(missing === undefined ? words : `${missing} is not installed. Run "npm ci".`));
  process.exitCode = 1;
});
