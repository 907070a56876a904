import path from "node:path";
import { defineConfig, mergeConfig } from "vite";
import workbench from "../vite.config";

/** An empty page, made as the workbench's is. */
export default mergeConfig(
  workbench,
  defineConfig({
    root: __dirname,
    build: { outDir: path.join(__dirname, "..", "..", "build", "emptyPage") },
  }),
);
