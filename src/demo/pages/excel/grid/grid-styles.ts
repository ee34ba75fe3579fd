/** Plain rules for the demo's sheet; widths and colours of single cells are set on the cells. */
const rules = `
.sheet-host { display: grid; grid-template-rows: auto 1fr auto auto; block-size: 100%; min-block-size: 0; font: 13px "Segoe UI", Arial, sans-serif; color: #1f1f1f; background: #fff; }
.sheet-bar { display: grid; grid-template-columns: 8em 1fr; min-block-size: 24px; border-block-end: 1px solid #8a8886; }
.sheet-bar div { padding: 4px 8px; border-inline-end: 1px solid #8a8886; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.sheet-bar div:last-child { border-inline-end: 0; }
.sheet-scroll { overflow: auto; min-block-size: 0; scroll-padding: 24px 0 0 52px; }
.sheet-scroll table { border-collapse: separate; border-spacing: 0; table-layout: fixed; inline-size: max-content; }
.sheet-scroll th, .sheet-scroll td { box-sizing: border-box; block-size: 22px; max-block-size: 22px; padding: 0 4px; border-inline-end: 1px solid #d1d1d1; border-block-end: 1px solid #d1d1d1; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; background: #fff; }
.sheet-scroll thead { position: sticky; inset-block-start: 0; z-index: 2; }
.sheet-scroll th { background: #f3f2f1; font-weight: 400; text-align: center; }
.sheet-scroll tbody th, .sheet-scroll thead th:first-child { position: sticky; inset-inline-start: 0; z-index: 1; }
.sheet-scroll td.number { text-align: end; font-variant-numeric: tabular-nums; }
.sheet-scroll td.header { background: #1e5fa8; color: #fff; font-weight: 600; }
.sheet-scroll td.band { background: #e8f0f9; }
.sheet-scroll td.commented { border-block-start: 3px solid #7d3cab; }
.sheet-scroll td[aria-selected="true"] { box-shadow: inset 0 0 0 1px #107c41; }
.sheet-scroll td:focus { outline: 3px solid #107c41; outline-offset: -3px; }
.sheet-scroll td input { box-sizing: border-box; inline-size: 100%; block-size: 100%; border: 0; padding: 0; font: inherit; color: #1f1f1f; background: #fff; }
.sheet-scroll .space td { border: 0; padding: 0; max-block-size: none; }
.sheet-message { margin: 0; padding: 2px 8px; min-block-size: 1.4em; border-block-start: 1px solid #8a8886; background: #f3f2f1; }
.sheet-tabs { display: flex; overflow-x: auto; border-block-start: 1px solid #8a8886; }
.sheet-tabs button { border: 0; border-inline-end: 1px solid #8a8886; padding: 4px 14px; font: inherit; background: #f3f2f1; color: #1f1f1f; white-space: nowrap; }
.sheet-tabs button[aria-selected="true"] { background: #fff; font-weight: 600; box-shadow: inset 0 -3px 0 #107c41; }
`;

/** Adds the rules without a style element, which a strict content security policy would refuse. */
export function adoptGridStyles(document: Document): void {
  const styles = new CSSStyleSheet();
  styles.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, styles];
}
