import { FILE_TIMEOUT_MS, TIMEOUT_MS } from "../../client";
import { type Content, jsonContent, multipart, plainContent } from "../../client/content";
import { InputError } from "../../client/errors";
import type { Headers } from "../../client/http";
import { exponentialDelayMs, type RetryPolicy, standardRetry } from "../../client/retry";
import { isBlank } from "../../inputs/field";
import { filePart, type LabelledFile, toFile } from "../../inputs/files";
import { isBytes, rawInputs } from "../../inputs/rawRequest";
import { anything } from "../../schemas/schema";
import { defineResultAction } from "../defineAction";

export const rawRequest = defineResultAction({
  key: "rawRequest",
  label: "Raw Request",
  description: "Send any request to Gorgias' API, for what no other action does.",
  readOnly: false,
  inputs: rawInputs,
  returns: {
    schema: anything,
    example: { data: { id: 153006867, subject: "Where is my order?" } },
  },
  async perform(gorgias, inputs) {
    const { url, method, queryParams, headers = {}, responseType: expects } = inputs;
    const content = contentOf(inputs, headers);
    const usual = inputs.fileData || expects === "binary" ? FILE_TIMEOUT_MS : TIMEOUT_MS;
    const { body, headers: answered } = await gorgias.send({
      method,
      path: url.path,
      query: [...url.query, ...(queryParams ?? [])],
      headers: content?.headers["content-type"]?.startsWith("multipart/")
        ? { ...headers, ...content.headers }
        : headers,
      content,
      expects,
      timeoutMs: inputs.timeout || usual,
      retry: policyOf(inputs),
    });
    const contentType = answered["content-type"];
    return expects === "binary" && contentType ? { data: body, contentType } : { data: body };
  },
});

interface Body {
  readonly data?: unknown;
  readonly formData?: readonly (readonly [string, string])[] | undefined;
  readonly fileData?: readonly LabelledFile[] | undefined;
  readonly fileDataFileNames?: ReadonlyMap<string, string> | undefined;
}

/** @throws InputError when both kinds of body are given, or text that nothing says what it is */
function contentOf(
  { data, formData = [], fileData = [], fileDataFileNames }: Body,
  headers: Headers,
): Content | undefined {
  const hasForm = formData.length > 0 || fileData.length > 0;
  if (hasForm && !isBlank(data)) {
    throw new InputError(
      "Data",
      "cannot be sent beside Form Data or File Data. Clear one of them.",
    );
  }
  if (hasForm) {
    return multipart([
      ...formData.map(([name, value]) => ({ name, data: value })),
      ...fileData.map((given) => {
        const part = filePart(given);
        const name = fileDataFileNames?.get(given.label) ?? given.label;
        return { ...part, file: { name, contentType: given.file.contentType } };
      }),
    ]);
  }
  if (isBlank(data)) {
    return undefined;
  }
  if (typeof data === "string") {
    return textContent(data, headers);
  }
  if (isBytes(data)) {
    const file = toFile(data, "Data");
    return plainContent(file.data, file.contentType);
  }
  return jsonContent(data);
}

function textContent(data: string, headers: Headers): Content {
  if ("content-type" in headers) {
    return plainContent(data, "");
  }
  try {
    JSON.parse(data);
  } catch {
    throw new InputError(
      "Data",
      "is no JSON. To send another kind of text, add a Content-Type header that says what it is.",
    );
  }
  return plainContent(data, "application/json");
}

interface RetryInputs {
  readonly maxRetries: number | undefined;
  readonly retryDelayMS: number | undefined;
  readonly retryAllErrors: boolean;
  readonly useExponentialBackoff: boolean;
}

function policyOf(inputs: RetryInputs): RetryPolicy {
  const { maxRetries = 0, retryDelayMS = 0, retryAllErrors, useExponentialBackoff } = inputs;
  return {
    retries: maxRetries,
    delayMs: useExponentialBackoff ? exponentialDelayMs : () => retryDelayMS,
    shouldRetry: retryAllErrors ? () => true : standardRetry.shouldRetry,
  };
}
