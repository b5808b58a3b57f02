import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { AuditEntry } from '../../../api/contract/index.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { formatInstant } from '../../format/dates.ts';
import { auditPageSize, useAudit } from '../../queries/administration.ts';

const shortEnough = 120;

/** What the act was about; long ones, such as the ballots of a session, fold away. */
function Details({ details }: { details: AuditEntry['details'] }) {
  const text = JSON.stringify(details);
  if (text === '{}') return null;
  if (text.length <= shortEnough) return <span className="code">{text}</span>;
  return (
    <details className="code">
      <summary>{text.slice(0, shortEnough)}…</summary>
      {text.slice(shortEnough)}
    </details>
  );
}

/** Audit log: who did what to what, newest first. */
export function AuditPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const page = Number(search.get('page') ?? 1);
  const subject = search.get('subject') ?? '';
  const audit = useAudit({ page, ...(subject !== '' && { subject }) });
  const columns: RecordColumn<AuditEntry>[] = [
    { key: 'at', title: t('field.at'), width: 150, render: ({ at }) => formatInstant(at) },
    {
      key: 'actor',
      title: t('audit.actor'),
      width: 190,
      render: ({ actor, actingFor }) =>
        actor !== null && actingFor !== null ? (
          <>
            {t('substitution.by', { by: actor.fullName, holder: actingFor.fullName })}
            {actingFor.paper !== null && <div className="quiet">{actingFor.paper}</div>}
          </>
        ) : (
          (actor?.fullName ?? t('audit.system'))
        ),
    },
    {
      key: 'action',
      title: t('audit.action'),
      width: 200,
      card: 'heading',
      render: ({ action }) => <span className="code">{action}</span>,
    },
    {
      key: 'subject',
      width: 170,
      title: t('audit.subject'),
      render: ({ subjectKind, subjectId }) => (
        <button
          type="button"
          className="link code"
          onClick={() => setSearch({ subject: `${subjectKind}:${subjectId}` })}
        >
          {subjectKind}:{subjectId.slice(0, 8)}
        </button>
      ),
    },
    {
      key: 'details',
      title: t('audit.details'),
      card: 'hidden',
      render: ({ details }) => <Details details={details} />,
    },
  ];
  return (
    <Page title={t('nav.audit')} trail={[{ title: t('nav.admin'), to: '/admin' }]}>
      <Input.Search
        key={subject}
        allowClear
        className="search list-filter"
        defaultValue={subject}
        placeholder={t('audit.subjectHelp')}
        aria-label={t('audit.subject')}
        onSearch={(value) => setSearch(value.trim() === '' ? {} : { subject: value.trim() })}
      />
      <Loaded query={audit}>
        {({ items, total }) => (
          <RecordList
            label={t('nav.audit')}
            columns={columns}
            records={items}
            keyOf={({ id }) => String(id)}
            empty={t('audit.none')}
            loading={audit.isPlaceholderData}
            paging={{
              page,
              pageSize: auditPageSize,
              total,
              onChange: (next) => setSearch({ ...(subject !== '' && { subject }), page: String(next) }),
            }}
          />
        )}
      </Loaded>
    </Page>
  );
}
