import { Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { figureWords, projectWords as words } from "../../content";
import { formatWholePounds, pence } from "../../kernel";
import type { MoneyFigures, ProjectMoney } from "../../insight";
import { inputText, PageLink } from "../../parts";
import { useProjectPageStyles } from "./project-page.styles";

interface MoneyThisYearProps {
  /** Undefined until it is worked out. */
  readonly money: ProjectMoney | undefined;
  readonly projectRef: string;
}

/** Budget, what was spent and where the year will end, and what that means. */
export function MoneyThisYear({ money, projectRef }: MoneyThisYearProps): ReactElement {
  const styles = useProjectPageStyles();
  if (money === undefined) return <Text className={styles.quiet}>{words.workingOut}</Text>;
  const { all, year, closedMonth } = money;
  if (all === undefined) return <Text>{`${words.noCosts} (${year})`}</Text>;
  const spent = closedMonth === undefined || closedMonth === 0 ? words.actual : words.spentTo(figureWords.month(closedMonth));
  const figures = [
    [`${words.budget} ${year}`, all.budget.value],
    [spent, all.spentToDate.value],
    [words.outturn, all.outturn.value],
  ] as const;
  return (
    <>
      <dl className={styles.figures}>
        {figures.map(([label, amount]) => (
          <div key={label}>
            <dt className={styles.quiet}>{label}</dt>
            <dd className={styles.figure}>{amount === undefined ? words.notSet : formatWholePounds(amount)}</dd>
          </div>
        ))}
      </dl>
      <Text>
        {varianceWords(all)} <PageLink page={{ kind: "figures", project: projectRef, figure: "money" }}>{words.whyFacts}</PageLink>
      </Text>
    </>
  );
}

/** "£12,300 over budget (3.1%)": the word says it, not a sign. */
function varianceWords({ outturn, outturnVariance }: MoneyFigures): string {
  const variance = outturnVariance.value;
  if (variance === undefined) return outturn.value === undefined ? words.outturnUnknown : "";
  if (variance === 0) return words.outturnOn;
  const percent = outturnVariance.inputs.find(({ name }) => name === "percentOfBudget");
  const share = percent?.unit === "percent" ? ` (${inputText({ unit: "percent", value: Math.abs(percent.value) })})` : "";
  const amount = formatWholePounds(pence(Math.abs(variance)));
  return variance > 0 ? words.outturnUnder(amount, share) : words.outturnOver(amount, share);
}
