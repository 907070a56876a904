import http from "node:http";

const agent = new http.Agent({ keepAlive: true });

/** What any request to Gorgias has to carry. */
const headers = {
  accept: "application/json",
  authorization: `Basic ${Buffer.from("agent@example.com:bench-api-key").toString("base64")}`,
};

/** Reads JSON with nothing but what Node brings: the least that a request can cost. */
export async function getJson(url: string): Promise<unknown> {
  const body = await new Promise<Buffer>((resolve, reject) => {
    const request = http.get(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(Buffer.concat(chunks)));
      response.on("error", reject);
    });
    request.on("error", reject);
  });
  return JSON.parse(body.toString("utf8"));
}

/** Reads a list page by page and keeps every item. */
export async function fetchAllTickets(origin: string): Promise<unknown[]> {
  const items: unknown[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page = (await getJson(`${origin}/api/tickets?limit=100&cursor=${cursor}`)) as {
      data: unknown[];
      meta: { next_cursor: string | null };
    };
    items.push(...page.data);
    cursor = page.meta.next_cursor;
  }
  return items;
}
