import { MessageBar, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { figureWords as words, projectWords } from "../../content";
import { formatDate, formatMoney, type Pence } from "../../kernel";
import { dimensions, exposure, onTimePercentage, type Figure, type MoneyFigures, type ProjectInsight, type Rag, type SiteInsight } from "../../insight";
import { FigureView, inputText, PageLink, ragFrom, ReferenceDataNotices, useSiteInsight, type Page } from "../../parts";
import { RagMark, ReadingPage, StateView, type ViewState } from "../../ui";
import { useFiguresPageStyles } from "./figures-page.styles";

type FiguresAddress = Extract<Page, { readonly kind: "figures" }>;

interface Shown {
  readonly insight: SiteInsight;
  readonly project: ProjectInsight;
  readonly unread: readonly string[];
}

/** Every figure of a project with its rule in plain English and the records it rests on. */
export function FiguresPage({ page }: { readonly page: FiguresAddress }): ReactElement {
  const state = useSiteInsight();
  const project = state.kind === "ready" ? state.insight.byRef.get(page.project) : undefined;
  const view: ViewState<Shown> =
    state.kind === "loading"
      ? { kind: "loading", what: words.loading }
      : project === undefined
        ? { kind: "error", fault: projectWords.notFoundTitle, kept: projectWords.notFound }
        : { kind: "ready", value: { insight: state.insight, project, unread: state.unread } };
  return (
    <ReadingPage title={words.title} takesFocus={page.figure === undefined}>
      <StateView state={view}>{(shown) => <Figures {...shown} asked={page.figure} />}</StateView>
    </ReadingPage>
  );
}

function Figures({ insight, project, unread, asked }: Shown & { readonly asked: string | undefined }): ReactElement {
  const styles = useFiguresPageStyles();
  const { standpoint } = insight;
  const { rags, money, benefits, declared, records, quality } = project;
  const title = records.project.values.Title ?? project.ref;
  return (
    <>
      <div className={styles.intro}>
        <Text>
          {words.of(title)} {words.asAt(formatDate(standpoint.today))}
        </Text>
        {standpoint.own.size > 0 && (
          <Text>
            {words.own(standpoint.own.size)} <PageLink page={{ kind: "register", register: "Settings" }}>{words.seeSettings}</PageLink>
          </Text>
        )}
        {standpoint.refused.length > 0 && <Text>{words.refused(standpoint.refused)}</Text>}
        <PageLink page={{ kind: "project", ref: project.ref }}>{words.back}</PageLink>
      </div>
      {unread.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.unreadTitle}</MessageBarTitle>
            {words.unread(unread)}
          </MessageBarBody>
        </MessageBar>
      )}
      <ReferenceDataNotices standpoint={standpoint} />
      <Section title={words.rags}>
        <RagFigure figure={rags.overall} isAsked={asked === "overall"} />
        {dimensions.map((dimension) => (
          <RagFigure key={dimension} figure={rags[dimension]} isAsked={asked === dimension} />
        ))}
      </Section>
      <Section title={words.reporting}>
        <RagFigure figure={declared.declared} />
        <FigureView figure={declared.needsReason} value={declared.needsReason.value === true ? words.yes : words.no} />
        <FigureView figure={declared.reason} value={declared.reason.value} />
        <FigureView figure={declared.trend} value={declared.trend.value} />
      </Section>
      <Section title={`${words.money}, ${money.year}`}>
        {money.all === undefined ? <Text>{words.noLines}</Text> : <Year money={money.all} isAsked={asked === "money"} />}
        {money.capital !== undefined && money.revenue !== undefined && (
          <>
            <Year money={money.capital} of={words.capital} />
            <Year money={money.revenue} of={words.revenue} />
          </>
        )}
      </Section>
      <Section title={words.wholeLife}>
        <MoneyFigure figure={money.wholeLife.budget} />
        <MoneyFigure figure={money.wholeLife.forecast} />
      </Section>
      <Section title={words.benefits}>
        <MoneyFigure figure={benefits.planned} />
        <MoneyFigure figure={benefits.realised} />
        <PercentFigure figure={benefits.realisation} />
        <PercentFigure figure={benefits.wholeLife} />
      </Section>
      <Section title={words.risk}>
        <RiskFigures project={project} insight={insight} />
      </Section>
      <Section title={words.quality}>
        <PercentFigure figure={quality.score} isAsked={asked === "quality"} />
      </Section>
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const styles = useFiguresPageStyles();
  return (
    <section aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
    </section>
  );
}

interface OneFigure<T> {
  readonly figure: Figure<T>;
  readonly of?: string;
  readonly isAsked?: boolean;
}

function RagFigure({ figure, ...more }: OneFigure<Rag>): ReactElement {
  return <FigureView figure={figure} value={figure.value === undefined ? undefined : <RagMark rag={ragFrom(figure.value)} />} {...more} />;
}

function MoneyFigure({ figure, ...more }: OneFigure<Pence>): ReactElement {
  return <FigureView figure={figure} value={figure.value === undefined ? undefined : formatMoney(figure.value)} {...more} />;
}

/** The sign never stands alone: the word says which way it goes (reference 6.1). */
function VarianceFigure({ figure, ...more }: OneFigure<Pence>): ReactElement {
  const { value } = figure;
  return <FigureView figure={figure} value={value === undefined ? undefined : words.variance(formatMoney(value), Math.sign(value))} {...more} />;
}

function PercentFigure({ figure, ...more }: OneFigure<number>): ReactElement {
  return <FigureView figure={figure} value={figure.value === undefined ? undefined : inputText({ unit: "percent", value: figure.value })} {...more} />;
}

function Year({ money, of, isAsked }: { readonly money: MoneyFigures; readonly of?: string; readonly isAsked?: boolean }): ReactElement {
  const named = of === undefined ? {} : { of };
  return (
    <>
      <MoneyFigure figure={money.budget} {...named} />
      <MoneyFigure figure={money.budgetToDate} {...named} />
      <MoneyFigure figure={money.spentToDate} {...named} />
      <VarianceFigure figure={money.varianceToDate} {...named} />
      <MoneyFigure figure={money.remainingForecast} {...named} />
      <MoneyFigure figure={money.outturn} {...named} {...(isAsked === undefined ? {} : { isAsked })} />
      <VarianceFigure figure={money.outturnVariance} {...named} />
    </>
  );
}

function RiskFigures({ project: { records }, insight: { standpoint } }: Pick<Shown, "project" | "insight">): ReactElement {
  const { netEmv, expectedDelay, contingencyCover } = exposure(records, standpoint);
  const cover = contingencyCover.value;
  return (
    <>
      <MoneyFigure figure={netEmv} />
      <FigureView figure={contingencyCover} value={cover === undefined ? undefined : inputText({ unit: "count", value: cover })} />
      <FigureView figure={expectedDelay} value={expectedDelay.value === undefined ? undefined : inputText({ unit: "days", value: expectedDelay.value })} />
      <PercentFigure figure={onTimePercentage(records.Milestones, standpoint)} />
    </>
  );
}
