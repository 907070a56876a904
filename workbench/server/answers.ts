import { getExtension } from "hono/utils/mime";
import { inFewWords } from "../../cli/answer";
import type { Mask } from "../../src/client/secrets";
import type { Answer } from "../messages";
import { previewOf } from "./media";

/** What a step answers: its data, and of a file the content type beside it. */
export interface StepAnswer {
  readonly data: unknown;
  readonly contentType?: string;
  /** What it is, in a few words. @defaultValue what its data say of themselves */
  readonly words?: string;
}

/** What came back, as bytes: JSON as it is told, or a file. */
export interface KeptAnswer {
  readonly told: Answer;
  readonly bytes: Buffer;
}

/**
 * Makes of what a step answered what is kept of it.
 *
 * @param name what a file is called that has no name
 * @param path where it came from: a file may have its name there
 * @param mask takes credentials out of JSON, and out of what is said of it
 */
export function keptAnswer(
  { data, contentType = "application/octet-stream", words: said = inFewWords(data) }: StepAnswer,
  name: string,
  path: string | undefined,
  mask: Mask,
): KeptAnswer {
  const words = mask(said);
  if (data === undefined || data === null || data === "") {
    return { told: { kind: "nothing", bytes: 0, words }, bytes: Buffer.alloc(0) };
  }
  if (Buffer.isBuffer(data)) {
    const fileName = fileNameIn(path) ?? `${name}.${getExtension(contentType) ?? "bin"}`;
    const preview = previewOf(contentType);
    return {
      told: {
        kind: "file",
        contentType,
        ...(preview && { preview }),
        fileName,
        bytes: data.length,
        words,
      },
      bytes: data,
    };
  }
  const bytes = Buffer.from(mask(asJson(data)));
  return { told: { kind: "json", bytes: bytes.length, words }, bytes };
}

/** The last part of an address, where that is the name of a file. */
function fileNameIn(path = ""): string | undefined {
  const name = decoded(path.split("?", 1).join("").split("/").at(-1) ?? "");
  return /^[^\p{Cc}\p{Cf}/\\]*[^\p{Cc}\p{Cf}/\\.]\.\w{1,8}$/u.test(name) ? name : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function asJson(data: unknown): string {
  try {
    return JSON.stringify(data);
  } catch {
    throw new Error(
      "The step has run, but its answer cannot be shown: it is too large, or nested too deeply.",
    );
  }
}
