import { Button, Link, Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { deviceWords } from "../../content";

/** The session of Microsoft 365 is the browser's own; only its page ends it. */
const signOutAddress = "https://login.microsoftonline.com/common/oauth2/v2.0/logout";

/** What stands in a window whose person has signed out and cleared the device. */
export function SignedOut({ isFramed, onSignIn }: { readonly isFramed: boolean; readonly onSignIn: () => void }): ReactElement {
  return (
    <>
      <Text as="h1" size={500} weight="semibold">
        {deviceWords.signedOutTitle}
      </Text>
      <Text role="status">
        {deviceWords.signedOut} {isFramed ? deviceWords.staysSignedIn.host : deviceWords.staysSignedIn.browser}
      </Text>
      {!isFramed && (
        <Link href={signOutAddress} target="_blank" rel="noreferrer">
          {deviceWords.hostSignOut}
        </Link>
      )}
      <Button onClick={onSignIn}>{deviceWords.signInAgain}</Button>
    </>
  );
}
