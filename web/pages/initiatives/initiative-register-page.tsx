import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RegisteredInitiative } from '../../../api/contract/index.ts';
import { Page } from '../../components/page.tsx';
import type { RecordColumn } from '../../components/record-list.tsx';
import { SearchedList } from '../../components/searched-list.tsx';
import { currentLocale } from '../../i18n.ts';
import { useInitiativeRegister } from '../../queries/initiatives.ts';

/** One use: the award with its dossier, or that it was used before this ledger. */
function Use({ use }: { use: RegisteredInitiative['uses'][number] }) {
  const { t } = useTranslation();
  if (use.award === null || use.dossier === null) return <div>{t(`ledger.usedFor.${use.kind}`)}</div>;
  return (
    <div>
      {currentLocale() === 'en' ? use.award.awardNameEn : use.award.awardNameVi},{' '}
      <Link to={`/dossiers/${use.dossier.id}`}>{use.dossier.code}</Link>
      <span className="quiet"> ({t(`initiatives.standing.${use.standing}`)})</span>
    </div>
  );
}

/** The register of uses: recognised initiatives with everything they serve, so that none serves a title and a form. */
export function InitiativeRegisterPage() {
  const { t } = useTranslation();
  const columns: RecordColumn<RegisteredInitiative>[] = [
    {
      key: 'name',
      title: t('initiatives.name'),
      card: 'heading',
      render: ({ name, application }) => (
        <div>
          <span className="strong">{name}</span>
          {application !== null && (
            <div>
              <Link to={`/initiatives/${application.id}`}>{application.code}</Link>
            </div>
          )}
        </div>
      ),
    },
    { key: 'holder', title: t('initiatives.holder'), render: ({ holder }) => holder.name },
    {
      key: 'scope',
      title: t('initiatives.scope'),
      width: 200,
      render: ({ scope, year, decisionSymbol }) => (
        <div>
          {t(`ledger.scope.${scope}`)}, {year}
          <div className="quiet">{decisionSymbol}</div>
        </div>
      ),
    },
    {
      key: 'uses',
      title: t('initiatives.uses'),
      render: ({ uses }) =>
        uses.length === 0
          ? t('initiatives.unused')
          : uses.map((use) => <Use key={use.dossier?.id ?? use.kind} use={use} />),
    },
  ];
  return (
    <Page title={t('initiatives.usesTitle')} trail={[{ title: t('nav.initiatives'), to: '/initiatives' }]}>
      <p>{t('initiatives.usesHelp')}</p>
      <SearchedList
        label={t('initiatives.usesTitle')}
        search={t('initiatives.search')}
        useFound={useInitiativeRegister}
        columns={columns}
        keyOf={({ id }) => id}
        empty={t('initiatives.noneRecognised')}
      />
    </Page>
  );
}
