import { Button } from "@mantine/core";
import classes from "./Workbench.module.css";

/** The first stop of the keyboard: over the navigation, to what is open. */
export function SkipLink({ onFollow }: { readonly onFollow: () => void }) {
  return (
    <Button className={classes.skip} onClick={onFollow}>
      Skip the navigation
    </Button>
  );
}
