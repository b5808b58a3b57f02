import { warning } from '../problems.ts';
import { perGeometry } from './per-geometry.ts';

/** Rules that the analysis of overlaps and gaps leaves out, because a cell looks at more than its input. */
export const openRules = perGeometry(
  { vi: 'các ô không phân tích được', en: 'cells that cannot be analysed' },
  (_table, { rules }) => {
    const open = rules.filter(({ isOpen }) => isOpen).map(({ number }) => number);
    return open.length === 0
      ? []
      : [
          warning('cell_not_analysed', {
            vi: `Không phân tích được mọi ô của luật ${open.join(', ')}; không biết các luật này có chồng lên luật khác hay để lại khoảng trống.`,
            en: `Not every cell of rule ${open.join(', ')} can be analysed; whether these rules overlap others or leave gaps is not known.`,
          }),
        ];
  },
);
