import { Button, Radio, RadioGroup, Text } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { tabSettingsWords } from "../../content";
import { LabelledField, TextField } from "../../ui";
import type { NamedSite } from "./site-reader";
import { useTabSettingsFormStyles } from "./tab-settings-form.styles";

const other = "other";

export interface SiteChoiceProps {
  /** Sites to choose from; the first is the channel's own where there is one. */
  readonly sites: readonly NamedSite[];
  /** The address in use; "" while a pasted one has not been checked. */
  readonly address: string;
  readonly onAddress: (address: string) => void;
}

/** One of the known sites, or a pasted address. */
export function SiteChoice({ sites, address, onAddress }: SiteChoiceProps): ReactElement {
  const styles = useTabSettingsFormStyles();
  const known = sites.some((site) => site.address === address);
  const [isOther, setIsOther] = useState(!known);
  const [written, setWritten] = useState(known ? "" : address);
  const choose = (value: string): void => {
    setIsOther(value === other);
    onAddress(value === other ? "" : value);
  };
  return (
    <>
      {sites.length > 0 && (
        <LabelledField label={tabSettingsWords.where}>
          <RadioGroup value={isOther ? other : address} onChange={(_event, data) => choose(data.value)}>
            {sites.map((site) => (
              <Radio key={site.address} value={site.address} label={<SiteLabel site={site} />} />
            ))}
            <Radio value={other} label={tabSettingsWords.otherSite} />
          </RadioGroup>
        </LabelledField>
      )}
      {isOther && (
        <form
          className={styles.address}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onAddress(written.trim());
          }}
        >
          <div className={styles.wide}>
            <TextField id="site-address" label={tabSettingsWords.siteAddress} hint={tabSettingsWords.siteAddressHint} value={written} onChange={setWritten} />
          </div>
          <Button type="submit">{tabSettingsWords.check}</Button>
        </form>
      )}
    </>
  );
}

function SiteLabel({ site }: { readonly site: NamedSite }): ReactElement {
  const styles = useTabSettingsFormStyles();
  return (
    <span className={styles.option}>
      {site.name}
      <Text size={200} className={styles.hint}>
        {site.address}
      </Text>
    </span>
  );
}
