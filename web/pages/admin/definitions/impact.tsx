import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImpactGroup } from '../../../../api/contract/index.ts';
import { type RecordColumn, RecordList } from '../../../components/record-list.tsx';
import { ToneTag } from '../../../components/tone-tag.tsx';

/** What a version would mean for open dossiers, by where they stand. */
export function Impact({ groups }: { groups: ImpactGroup[] }) {
  const { t } = useTranslation();
  const columns: RecordColumn<ImpactGroup>[] = [
    {
      key: 'position',
      title: t('definition.standsAt'),
      card: 'heading',
      render: ({ position, version, example }) => (
        <div>
          <Link to={`/admin/instances/${example}`} className="strong">
            {position.map(({ name }) => name).join(', ')}
          </Link>
          <div className="quiet">{t('definition.version', { version })}</div>
        </div>
      ),
    },
    {
      key: 'instances',
      title: t('definition.running'),
      width: 120,
      align: 'right',
      render: ({ instances }) => instances,
    },
    {
      key: 'outcome',
      title: t('definition.outcome'),
      render: ({ problems }) =>
        problems.length === 0 ? (
          <ToneTag tone="green">{t('definition.canMigrate')}</ToneTag>
        ) : (
          <ul className="plain-list">
            {problems.map(({ visit, element, code, detail }) => (
              <li key={`${visit} ${element} ${code}`}>
                {detail} <span className="code">{element}</span>
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'ahead',
      title: t('definition.ahead'),
      render: ({ ahead }) =>
        ahead.length === 0
          ? t('definition.nothingAhead')
          : ahead
              .map(({ name, element, change }) => `${name || element} (${t(`change.${change}`)})`)
              .join(', '),
    },
  ];
  return (
    <section className="stack" aria-label={t('definition.impact')}>
      <h3>{t('definition.impact')}</h3>
      <p className="quiet">{t('definition.impactHelp')}</p>
      <RecordList
        label={t('definition.impact')}
        columns={columns}
        records={groups}
        keyOf={({ example }) => example}
        empty={t('definition.noImpact')}
      />
    </section>
  );
}
