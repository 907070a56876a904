import CodeMirror from "@uiw/react-codemirror";
import { useMemo } from "react";
import { useCodeTheme } from "../parts/codeTheme";
import { shownJson } from "./codeLook";

const EXTENSIONS = shownJson("The answer as JSON");

/** A value as JSON, to read and to search. */
export default function JsonText({ value }: { readonly value: unknown }) {
  const theme = useCodeTheme();
  const text = useMemo(() => JSON.stringify(value, null, 2), [value]);
  return (
    <CodeMirror
      value={text}
      readOnly
      indentWithTab={false}
      maxHeight="64dvh"
      theme={theme}
      extensions={EXTENSIONS}
    />
  );
}
