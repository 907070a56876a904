import { FILE_TIMEOUT_MS, TIMEOUT_MS } from "../../client";
import { type Content, jsonContent, multipart, plainContent } from "../../client/content";
import { exponentialDelayMs, type RetryPolicy, standardRetry } from "../../client/retry";
import { trimmed } from "../../client/trimmed";
import type { Values } from "../../fields/field";
import { filePart } from "../../fields/file";
import { faultIn, jsonIn } from "../../fields/jsonText";
import { plain } from "../../fields/plain";
import { rawInputs } from "../../inputs/rawRequest";
import { anything } from "../../schemas/schema";
import { operation } from "../action";

type RawValues = Values<typeof rawInputs>;

export const rawRequest = operation({
  label: "Raw Request",
  description: "Send any request to Gorgias' API, for what no other action does.",
  guidance:
    "Only for endpoints that no other action covers: it knows nothing of what it sends. Returns the body as it came.",
  inputs: rawInputs,
  returns: {
    schema: anything,
    example: { data: { id: 153006867, subject: "Where is my order?" } },
  },
  check(values, { refuse, nameOf }) {
    const { data, headers = {} } = values;
    if (hasForm(values) && data !== undefined) {
      refuse(
        "data",
        `cannot be sent beside ${nameOf("formData")} or ${nameOf("fileData")}. Clear one of them.`,
      );
    } else if (data && "text" in data) {
      const { "content-type": type } = headers;
      const json = type === undefined || /json/i.test(String(type)) ? jsonIn(data.text) : undefined;
      if (json) {
        // What is escaped in it could not be sent either.
        plain(json.value, nameOf("data"), true);
      } else if (type === undefined) {
        // What it holds is not quoted: passwords, for example.
        const { line, column } = faultIn(data.text);
        refuse(
          "data",
          `expected JSON, or a Content-Type header that says what other text this is: see line ${line}, column ${column}.`,
        );
      }
    }
  },
  async perform(gorgias, values) {
    const { url, method, queryParams, headers = {}, responseType: expects } = values;
    const content = contentOf(values);
    const usual = values.fileData || expects === "binary" ? FILE_TIMEOUT_MS : TIMEOUT_MS;
    const { body, headers: answered } = await gorgias.send({
      method,
      path: url.path,
      query: [...url.query, ...(queryParams ?? [])],
      headers: hasForm(values) ? { ...headers, ...content?.headers } : headers,
      content,
      expects,
      mayBeEmpty: true,
      timeoutMs: values.timeout || usual,
      retry: policyOf(values),
    });
    const contentType = answered["content-type"];
    return expects === "binary" && contentType ? { data: body, contentType } : { data: body };
  },
});

function hasForm({ formData = [], fileData = [] }: RawValues): boolean {
  return formData.length + fileData.length > 0;
}

function contentOf(values: RawValues): Content | undefined {
  const { data, formData = [], fileData = [], fileDataFileNames, headers = {} } = values;
  if (hasForm(values)) {
    return multipart([
      ...formData.map(([name, value]) => ({ name, data: value })),
      ...fileData.map((given) => {
        const name = fileDataFileNames?.get(given.label) ?? given.label;
        return { ...filePart(given), file: { name, contentType: given.file.contentType } };
      }),
    ]);
  }
  if (data === undefined) {
    return undefined;
  }
  if ("text" in data) {
    return "content-type" in headers
      ? plainContent(data.text, "")
      : plainContent(trimmed(data.text), "application/json");
  }
  return "file" in data
    ? plainContent(data.file.data, data.file.contentType)
    : jsonContent(data.json);
}

function policyOf(values: RawValues): RetryPolicy {
  const { maxRetries = 0, retryDelayMS = 0, retryAllErrors, useExponentialBackoff } = values;
  return {
    retries: maxRetries,
    delayMs: useExponentialBackoff ? exponentialDelayMs : () => retryDelayMS,
    shouldRetry: retryAllErrors ? () => true : standardRetry.shouldRetry,
  };
}
