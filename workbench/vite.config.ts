import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The page, made into files that the server hands out as they are. */
export default defineConfig({
  root: path.join(__dirname, "page"),
  // The page's address begins with a token, which nobody knows before it is opened.
  base: "./",
  plugins: [react()],
  build: {
    outDir: path.join(__dirname, "..", "build", "workbench"),
    emptyOutDir: true,
    // What is put into the styles themselves, small fonts for one, the page may not load.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_000,
  },
});
