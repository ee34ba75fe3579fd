import type { ColumnKind } from "./workbook-content";

/** Positions in `cellXfs` below; the two lists are one table. */
export const cellStyles = {
  plain: 0,
  title: 1,
  subtitle: 2,
  heading: 3,
  headingRight: 4,
  text: 5,
  guardedText: 6,
  date: 7,
  money: 8,
  wholeNumber: 9,
  number: 10,
  link: 11,
} as const;

export const styleOfKind: Readonly<Record<ColumnKind, number>> = {
  text: cellStyles.text,
  date: cellStyles.date,
  money: cellStyles.money,
  wholeNumber: cellStyles.wholeNumber,
  number: cellStyles.number,
  link: cellStyles.text,
};

const moneyFormat = "164";
const dateFormat = "165";
const top = '<alignment vertical="top"/>';
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const leftAlone = 'borderId="0" xfId="0"';

/** Heading: white on dark blue, a contrast of 10 to 1. Quote prefix keeps text such as =1+1 text when somebody edits the cell. */
export const stylesXml = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  `<numFmts count="2"><numFmt numFmtId="${moneyFormat}" formatCode="&quot;£&quot;#,##0.00;[Red]\\-&quot;£&quot;#,##0.00"/><numFmt numFmtId="${dateFormat}" formatCode="d\\ mmmm\\ yyyy"/></numFmts>`,
  '<fonts count="5">',
  '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="14"/><name val="Calibri"/><family val="2"/></font>',
  '<font><sz val="11"/><color rgb="FF425563"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>',
  '<font><u/><sz val="11"/><color rgb="FF005EB8"/><name val="Calibri"/><family val="2"/></font>',
  "</fonts>",
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FF003087"/><bgColor indexed="64"/></patternFill></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="12">',
  `<xf numFmtId="0" fontId="0" fillId="0" ${leftAlone}/>`,
  `<xf numFmtId="0" fontId="1" fillId="0" ${leftAlone} applyFont="1"/>`,
  `<xf numFmtId="0" fontId="2" fillId="0" ${leftAlone} applyFont="1"/>`,
  `<xf numFmtId="0" fontId="3" fillId="2" ${leftAlone} applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>`,
  `<xf numFmtId="0" fontId="3" fillId="2" ${leftAlone} applyFont="1" applyFill="1" applyAlignment="1"><alignment horizontal="right" vertical="center" wrapText="1"/></xf>`,
  `<xf numFmtId="0" fontId="0" fillId="0" ${leftAlone} applyAlignment="1">${wrapped}</xf>`,
  `<xf numFmtId="0" fontId="0" fillId="0" ${leftAlone} quotePrefix="1" applyAlignment="1">${wrapped}</xf>`,
  `<xf numFmtId="${dateFormat}" fontId="0" fillId="0" ${leftAlone} applyNumberFormat="1" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>`,
  `<xf numFmtId="${moneyFormat}" fontId="0" fillId="0" ${leftAlone} applyNumberFormat="1" applyAlignment="1">${top}</xf>`,
  `<xf numFmtId="3" fontId="0" fillId="0" ${leftAlone} applyNumberFormat="1" applyAlignment="1">${top}</xf>`,
  `<xf numFmtId="0" fontId="0" fillId="0" ${leftAlone} applyAlignment="1">${top}</xf>`,
  `<xf numFmtId="0" fontId="4" fillId="0" ${leftAlone} applyFont="1" applyAlignment="1">${wrapped}</xf>`,
  "</cellXfs>",
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  "</styleSheet>",
].join("");
