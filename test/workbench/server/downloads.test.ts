import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { environmentOf } from "../../support/environment";
import { type AsPage, action, openAsPage } from "./asPage";

const PAGE = "<script>parent.location</script>";

describe("a file that came back", () => {
  let gorgias: Server;
  let page: AsPage;
  let contentType = "";

  beforeAll(async () => {
    gorgias = createServer((_, response) => {
      response.writeHead(200, { "content-type": contentType }).end(PAGE);
    });
    await new Promise<void>((listening) => gorgias.listen(0, "127.0.0.1", listening));
    const { port } = gorgias.address() as AddressInfo;
    const credentials = { username: "jo@example.com", apiKey: "the-key-of-jo" };
    const environment = environmentOf({ url: `http://127.0.0.1:${port}`, credentials });
    page = await openAsPage({ environment });
  });

  afterAll(async () => {
    await page?.close();
    gorgias.closeAllConnections();
    await new Promise((closed) => gorgias.close(closed));
  });

  /** Downloads one of a type, and asks for it as the page does. */
  const download = async (type: string) => {
    contentType = type;
    const parts = { file_type: "attachment", domain_hash: "a1", resource_name: "b2" };
    const { id, answer } = await page.run(action("downloadFile", parts));
    const [shown, saved] = await Promise.all([
      page.send("GET", `runs/${id}/answer`),
      page.send("GET", `runs/${id}/answer.file`),
    ]);
    return { answer, shown, saved };
  };

  const kindOf = ({ headers }: Response) => [
    headers.get("content-type"),
    headers.get("content-disposition")?.split(";")[0],
  ];

  it.each([
    ["application/pdf", "application/pdf", "pdf"],
    ["application/pdf;x, text/html", "application/pdf", "pdf"],
    ["Image/PNG; charset=utf-8", "image/png", "image"],
    ["image/svg+xml", "image/svg+xml", "image"],
    ["audio/mpeg", "audio/mpeg", "audio"],
    ["video/mp4", "video/mp4", "video"],
  ])("as %s is shown as %s, and nothing in it runs", async (type, sent, preview) => {
    const { answer, shown, saved } = await download(type);
    expect(answer).toMatchObject({ contentType: type, preview });
    expect(kindOf(shown)).toEqual([sent, "inline"]);
    expect(kindOf(saved)).toEqual(["application/octet-stream", "attachment"]);
    for (const { headers } of [shown, saved]) {
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("script-src");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
    // A browser shows no PDF in a sandbox.
    expect(shown.headers.get("content-security-policy")?.startsWith("sandbox;")).toBe(
      preview !== "pdf",
    );
  });

  it.each([
    ["application/pdf, text/html", undefined],
    ["application/pdf text/html", undefined],
    ["image/png, text/html", undefined],
    ["image/x-of-nobody", undefined],
    ["application/xhtml+xml", "text"],
    ["text/html", "text"],
    ["text/javascript", "text"],
  ])("as %s is only saved", async (type, preview) => {
    const { answer, shown, saved } = await download(type);
    expect(answer?.preview).toBe(preview);
    for (const response of [shown, saved]) {
      expect(kindOf(response)).toEqual(["application/octet-stream", "attachment"]);
      expect(response.headers.get("content-security-policy")).toMatch(/^sandbox;/);
      expect(await response.text()).toBe(PAGE);
    }
  });
});
