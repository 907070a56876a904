import { execFile } from "node:child_process";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { createBrotliCompress, createGzip, constants as zlib } from "node:zlib";

const MIB = 2 ** 20;

/** What a packed answer holds: more than a step reads of any. */
const BOMB_MIB = 320;

const FOUR_MIB = Buffer.alloc(4 * MIB, "0");

/** As many bytes as are asked for, all of them from the same place. */
function bytes(mib: number): Readable {
  return Readable.from(Array.from({ length: mib / 4 }, () => FOUR_MIB));
}

/** A gzip that never ends and unpacks to nothing: stored blocks of no length, after a header. */
function* nothing(): Generator<Buffer> {
  yield Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  const blocks = Buffer.alloc(5 * 2 ** 18);
  for (let at = 0; at < blocks.length; at += 5) {
    blocks.writeUInt16LE(0xffff, at + 3);
  }
  for (;;) {
    yield blocks;
  }
}

async function packed(packer: NodeJS.ReadWriteStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  bytes(BOMB_MIB).pipe(packer);
  for await (const chunk of packer) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}

let server: http.Server;
let asked = 0;

beforeAll(async () => {
  const fast = { params: { [zlib.BROTLI_PARAM_QUALITY]: 1 } };
  const bombs = new Map([
    ["gzip", await packed(createGzip({ level: 1 }))],
    ["br", await packed(createBrotliCompress(fast))],
  ]);
  server = http.createServer(({ url = "" }, response) => {
    asked += 1;
    const kind = url.slice(url.lastIndexOf("/") + 1);
    const bomb = bombs.get(kind);
    if (kind === "nothing") {
      response.writeHead(200, { "content-encoding": "gzip" });
      const blocks = Readable.from(nothing());
      blocks.pipe(response.on("error", () => blocks.destroy()));
    } else if (bomb) {
      response.writeHead(200, { "content-encoding": kind }).end(bomb);
    } else {
      const plain = bytes(Number(kind));
      plain.pipe(response.on("error", () => plain.destroy()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
}, 60_000);

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  asked = 0;
});

/** Sends a raw request through the built bundle, and says how much memory its process took. */
const PROGRAM = `
  const [bundle, path, responseType] = process.argv.slice(1);
  const { rawRequest } = require(bundle).default.actions;
  const fields = { domain: "acme", username: "agent@example.com", apiKey: "an-api-key" };
  const inputs = { method: "GET", url: path, responseType, maxRetries: 3, retryAllErrors: true };
  rawRequest
    .perform({ logger: {} }, { connection: { key: "gorgias-api-key", fields }, ...inputs })
    .then(({ data }) => ({ length: data.length }), ({ message, attempts }) => ({ message, attempts }))
    .then((result) => {
      const status = require("node:fs").readFileSync("/proc/self/status", "utf8");
      const peakMiB = Number(/VmHWM:\\s*(\\d+)/.exec(status)[1]) / 1024;
      console.log(JSON.stringify({ ...result, peakMiB }));
    });
`;

interface Result {
  readonly message?: string;
  readonly attempts?: number;
  readonly length?: number;
  readonly peakMiB: number;
}

async function read(path: string, responseType: string): Promise<Result> {
  const { port } = server.address() as AddressInfo;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["-e", PROGRAM, require.resolve("../../dist"), path, responseType],
    { env: { GORGIAS_BASE_URL: `http://127.0.0.1:${port}` } },
  );
  return JSON.parse(stdout);
}

const tooMuch =
  "Gorgias answered 200, but the answer is larger than 64 MiB, the most that a step can read. Ask for less at once: fewer items with Limit, or a filter.";

const tooLarge =
  "Gorgias answered 200, but the file is larger than 256 MiB, the most that a step can read. Get it from Gorgias in another way.";

it.each([
  ["320 MiB packed with gzip", "/gzip", "json", tooMuch, 64],
  ["320 MiB packed with Brotli", "/br", "text", tooMuch, 64],
  ["packed bytes without end that unpack to nothing", "/nothing", "json", tooMuch, 64],
  ["68 MiB", "/68", "json", tooMuch, 64],
  ["a file of 320 MiB packed with Brotli", "/br", "binary", tooLarge, 256],
  ["a file of 260 MiB", "/260", "binary", tooLarge, 256],
])(
  "of %s no more is read than fits, and once",
  async (_, path, type, problem, limit) => {
    // Node itself takes some 60 MiB.
    const most = 60 + 1.5 * limit;
    // What the collector has not come to yet only adds to a peak: the least of five is the truest.
    const peaks: number[] = [];
    while (peaks.length < 5 && !peaks.some((peak) => peak < most)) {
      asked = 0;
      const { peakMiB, ...result } = await read(path, type);
      expect(result).toEqual({ message: `GET /api${path}: ${problem}`, attempts: 1 });
      expect(asked).toBe(1);
      peaks.push(peakMiB);
    }
    expect(Math.min(...peaks)).toBeLessThan(most);
  },
  60_000,
);

it.each([
  ["64 MiB of text", "/64", "text", 64],
  ["a file of 256 MiB", "/256", "binary", 256],
])(
  "%s is read whole",
  async (_, path, type, size) => {
    await expect(read(path, type)).resolves.toMatchObject({ length: size * MIB });
  },
  60_000,
);
