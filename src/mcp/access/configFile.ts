import { stat } from "node:fs/promises";
import { type Config, readConfig } from "./config";

/**
 * A configuration file that is read again when it has changed: whether it has is looked up with each
 * request, since editors and mounted folders put another file in its place. A faulty one is told of
 * once, and what was read before stays in force.
 */
export class ConfigFile {
  readonly #file: string;
  readonly #log: (line: string) => void;
  #config: Config;
  #version: string;
  #reading: Promise<void> = Promise.resolve();

  private constructor(file: string, log: (line: string) => void, config: Config, version: string) {
    this.#file = file;
    this.#log = log;
    this.#config = config;
    this.#version = version;
  }

  /**
   * @param log hears what the people who run the server should know
   * @throws Error that names each fault by its path
   */
  static async open(file: string, log: (line: string) => void): Promise<ConfigFile> {
    const version = await versionOf(file);
    return new ConfigFile(file, log, await readConfig(file), version);
  }

  /** What is in force now. */
  async current(): Promise<Config> {
    this.#reading = this.#reading.then(() => this.#readChanged());
    await this.#reading;
    return this.#config;
  }

  async #readChanged(): Promise<void> {
    const version = await versionOf(this.#file);
    if (version === this.#version) {
      return;
    }
    this.#version = version;
    try {
      this.#config = await readConfig(this.#file);
      this.#log(`${this.#file} has changed and is in force.`);
    } catch (error) {
      const fault = error instanceof Error ? error.message : "";
      this.#log(`${fault}\nWhat the file held before stays in force.`);
    }
  }
}

async function versionOf(file: string): Promise<string> {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join(" ");
  } catch {
    return "";
  }
}
