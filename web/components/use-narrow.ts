import { Grid } from 'antd';

/** True on a phone: tables become lists, the menu a drawer, split views a column. */
export function useNarrow(): boolean {
  return Grid.useBreakpoint().md === false;
}
