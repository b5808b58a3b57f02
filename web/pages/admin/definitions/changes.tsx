import { useTranslation } from 'react-i18next';
import type { ModelDiff } from '../../../../api/contract/index.ts';
import { type RecordColumn, RecordList } from '../../../components/record-list.tsx';
import { type Tone, ToneTag } from '../../../components/tone-tag.tsx';

type Change = ModelDiff['decisions'][number]['change'];
type Property = ModelDiff['decisions'][number]['properties'][number];

interface Row {
  key: string;
  where: string;
  element: string;
  name: string;
  change: Change;
  properties: Property[];
}

const tones: Record<Change, Tone> = { added: 'green', removed: 'red', changed: 'amber' };

const written = (value: unknown) =>
  value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);

/** What differs between two versions, element by element. */
export function Changes({ diff }: { diff: ModelDiff }) {
  const { t } = useTranslation();
  const rows: Row[] = [
    ...diff.processes.flatMap(({ process, name, elements }) =>
      elements.map(({ kind: _, ...element }) => ({
        ...element,
        key: `${process}#${element.element}`,
        where: name || process,
      })),
    ),
    ...diff.decisions.map(({ decision, ...rest }) => ({
      ...rest,
      element: decision,
      key: `#${decision}`,
      where: t('definition.decision'),
    })),
  ];
  const columns: RecordColumn<Row>[] = [
    {
      key: 'change',
      title: t('definition.change'),
      width: 120,
      render: ({ change }) => <ToneTag tone={tones[change]}>{t(`change.${change}`)}</ToneTag>,
    },
    {
      key: 'element',
      title: t('definition.element'),
      card: 'heading',
      render: ({ name, element, where }) => (
        <div>
          <span className="strong">{name || element}</span>
          <div className="quiet">
            {where} · <span className="code">{element}</span>
          </div>
        </div>
      ),
    },
    {
      key: 'properties',
      title: t('definition.properties'),
      card: 'bare',
      render: ({ properties }) =>
        properties.length === 0 ? null : (
          <ul className="plain-list">
            {properties.map(({ path, before, after }) => (
              <li key={path}>
                <span className="code">{path}</span>: {written(before)} → {written(after)}
              </li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <section className="stack" aria-label={t('definition.changes')}>
      <h3>{t('definition.changes')}</h3>
      <RecordList
        label={t('definition.changes')}
        columns={columns}
        records={rows}
        keyOf={({ key }) => key}
        empty={t('definition.noChanges')}
      />
    </section>
  );
}
