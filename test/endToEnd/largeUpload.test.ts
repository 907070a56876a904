import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Sandbox, startSandbox } from "../../sandbox";
import { bundlePath } from "../support/bundle";

const SIZE = 50 * 1024 * 1024;

/**
 * Uploads a file through the built bundle, in a process of its own, and says how much memory that
 * process took at its peak.
 */
const PROGRAM = `
  const [bundle, size, credentials] = process.argv.slice(1);
  const { uploadFiles } = require(bundle).default.actions;
  const quiet = () => undefined;
  const logger = { metric: quiet, trace: quiet, debug: quiet, info: quiet, log: quiet, warn: quiet, error: quiet };
  uploadFiles
    .perform({ logger }, {
      connection: { key: "gorgias-api-key", fields: { domain: "acme", ...JSON.parse(credentials) } },
      file: { data: Buffer.alloc(Number(size), "bytes "), contentType: "text/plain" },
      fileName: "large.txt",
      debugRequest: "true",
    })
    .then(({ data }) => {
      // Linux counts what the parent took into maxRSS; the status file tells this process alone.
      const status = require("node:fs").readFileSync("/proc/self/status", "utf8");
      const peak = Number(/VmHWM:\\s*(\\d+)/.exec(status)[1]) * 1024;
      console.log(JSON.stringify({ name: data[0].name, size: data[0].size, peak }));
    });
`;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 1, rateLimit: false, uploadLimitBytes: SIZE });
});
afterAll(() => sandbox.close());

async function upload(size: number): Promise<{ name: string; size: number; peak: number }> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["-e", PROGRAM, bundlePath(), String(size), JSON.stringify(sandbox.credentials)],
    { env: { GORGIAS_BASE_URL: sandbox.url } },
  );
  return JSON.parse(stdout);
}

it("a file of 50 MB goes through in less than three times its size of memory", async () => {
  const small = await upload(1);
  const large = await upload(SIZE);
  expect(large).toMatchObject({ name: "large.txt", size: SIZE });
  const taken = large.peak - small.peak;
  // The file itself, at least: otherwise nothing was measured.
  expect(taken).toBeGreaterThan(SIZE / 2);
  expect(taken).toBeLessThan(3 * SIZE);
});

it("one byte more than Gorgias accepts is explained", async () => {
  await expect(upload(SIZE + 1)).rejects.toThrow(
    /POST \/api\/upload: Gorgias answered 413: .* The upload is larger than Gorgias accepts\./,
  );
});
