import CodeMirror from "@uiw/react-codemirror";
import { useMemo } from "react";
import { useCodeTheme } from "../codeTheme";
import { shownJson } from "./codeLook";
import { jsonToRead } from "./cut";
import { Room } from "./Room";

const COLUMN = { display: "flex", flexDirection: "column", minHeight: 0 } as const;

const EXTENSIONS = shownJson("The answer as JSON");

/** A value as JSON, to read and to search. */
export default function JsonText({ value }: { readonly value: unknown }) {
  const theme = useCodeTheme();
  const text = useMemo(() => jsonToRead(value), [value]);
  return (
    <Room>
      <CodeMirror
        value={text}
        readOnly
        indentWithTab={false}
        style={COLUMN}
        // It scrolls where it is longer than its room.
        minHeight="0"
        theme={theme}
        extensions={EXTENSIONS}
      />
    </Room>
  );
}
