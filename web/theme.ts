import type { ThemeConfig } from 'antd';

/** Colours of the state's own papers: deep red for what acts, gold as a hairline, warm white behind. */
export const colours = {
  red: '#b01e23',
  darkRed: '#8c171b',
  gold: '#c99a2e',
  paper: '#f7f5f1',
  ink: '#22201d',
  quiet: '#6b655c',
  line: '#e6e1d8',
  green: '#2e7d32',
  blue: '#1d5fa8',
  amber: '#a86200',
  late: '#c2410c',
} as const;

/** System fonts that draw Vietnamese diacritics well, so that no font has to be loaded. */
const fontFamily =
  '"Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif';

/** antd theme of all pages: small radii, dense tables, no shadows where a line does. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.red,
    colorLink: colours.darkRed,
    colorInfo: colours.blue,
    colorSuccess: colours.green,
    colorWarning: colours.amber,
    colorError: colours.late,
    colorTextBase: colours.ink,
    colorTextSecondary: colours.quiet,
    colorTextPlaceholder: colours.quiet,
    colorTextTertiary: colours.quiet,
    colorTextDescription: colours.quiet,
    colorWarningBg: '#fdf6e3',
    colorWarningBorder: '#ecd9a4',
    colorBgLayout: colours.paper,
    colorBorderSecondary: colours.line,
    borderRadius: 4,
    fontFamily,
    fontSize: 14,
    controlHeight: 34,
    // Who has asked the system for less movement gets none.
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
  components: {
    Layout: { headerBg: colours.red, headerHeight: 56, headerPadding: '0 16px', siderBg: '#ffffff' },
    Menu: { itemSelectedBg: '#f9ecec', itemSelectedColor: colours.darkRed, itemBorderRadius: 4 },
    Table: {
      headerBg: '#faf8f4',
      rowSelectedBg: '#fbf5f4',
      rowSelectedHoverBg: '#f8eeec',
      cellPaddingBlockMD: 9,
      cellPaddingInlineMD: 10,
    },
    Card: { headerFontSize: 15 },
    Breadcrumb: { linkColor: colours.quiet },
    Descriptions: { labelColor: colours.quiet },
    Tabs: { horizontalItemPadding: '10px 0' },
  },
};
