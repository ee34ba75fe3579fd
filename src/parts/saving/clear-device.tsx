import { Button, type ButtonProps } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { deviceWords } from "../../content";
import { ClearDialog } from "./clear-dialog";

/** Signs out and takes everything of this person off the device, after a question that names what would be lost. */
export function ClearDevice(look: Pick<ButtonProps, "appearance" | "size">): ReactElement {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button {...look} onClick={() => setIsAsking(true)}>
        {deviceWords.clear}
      </Button>
      {isAsking && <ClearDialog onClose={() => setIsAsking(false)} />}
    </>
  );
}
