import { Flex, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InstanceSummary, SubjectRef } from '../../../../api/contract/index.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { useNames } from '../../../components/names.ts';
import { Page } from '../../../components/page.tsx';
import { type RecordColumn, RecordList } from '../../../components/record-list.tsx';
import { subjectPath } from '../../../components/subject-path.ts';
import { ToneTag } from '../../../components/tone-tag.tsx';
import { formatInstant } from '../../../format/dates.ts';
import { useInstances } from '../../../queries/instances.ts';
import { instanceTones } from './instance-tones.ts';

const kinds: SubjectRef['kind'][] = [
  'dossier',
  'session',
  'work_plan',
  'plan_scoring',
  'initiative',
  'office_paper',
  'paper',
  'bloc_year',
  'role_model',
];
const statuses: InstanceSummary['status'][] = ['running', 'suspended', 'ended'];

/** Every process that an administrator may act on, whatever it is about. */
export function InstanceListPage() {
  const { t } = useTranslation();
  const names = useNames();
  const [kind, setKind] = useState<SubjectRef['kind'] | undefined>();
  const [status, setStatus] = useState<InstanceSummary['status'] | undefined>('running');
  const [q, setQ] = useState('');
  const [page, setPage] = useState(1);
  const instances = useInstances({ ...(kind && { kind }), ...(status && { status }), q, page });
  const from = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      set(value);
      setPage(1);
    };
  };
  const columns: RecordColumn<InstanceSummary>[] = [
    {
      key: 'subject',
      title: t('field.subject'),
      card: 'heading',
      render: ({ id, subject }) => (
        <div>
          <Link to={`/admin/instances/${id}`} className="strong">
            {subject.code}
          </Link>{' '}
          <Link to={subjectPath(subject)}>{subject.title}</Link>
          <div className="quiet">{t(`subjectKind.${subject.kind}`)}</div>
        </div>
      ),
    },
    { key: 'unit', title: t('ledger.unit'), width: 220, render: ({ unit }) => names.unit(unit) },
    {
      key: 'definition',
      title: t('nav.definitions'),
      width: 190,
      render: ({ definition }) => (
        <Link to={`/admin/definitions/${definition.id}`}>
          <span className="code">{definition.processId}</span>{' '}
          {t('definition.version', { version: definition.version })}
        </Link>
      ),
    },
    {
      key: 'status',
      title: t('field.status'),
      width: 130,
      render: (instance) => (
        <ToneTag tone={instanceTones[instance.status]}>{t(`instanceStatus.${instance.status}`)}</ToneTag>
      ),
    },
    {
      key: 'startedAt',
      title: t('instance.startedAt'),
      width: 160,
      render: ({ startedAt }) => formatInstant(startedAt),
    },
  ];
  return (
    <Page title={t('instance.all')} trail={[{ title: t('nav.admin'), to: '/admin' }]}>
      <div className="stack">
        <Flex gap={8} wrap>
          <Select
            allowClear
            className="paper-kind"
            aria-label={t('instance.kind')}
            placeholder={t('instance.kind')}
            value={kind}
            options={kinds.map((value) => ({ value, label: t(`subjectKind.${value}`) }))}
            onChange={from(setKind)}
          />
          <Select
            allowClear
            className="outline-kind"
            aria-label={t('field.status')}
            placeholder={t('field.status')}
            value={status}
            options={statuses.map((value) => ({ value, label: t(`instanceStatus.${value}`) }))}
            onChange={from(setStatus)}
          />
          <Input.Search
            allowClear
            className="lone-search"
            aria-label={t('instance.search')}
            placeholder={t('instance.search')}
            onSearch={from(setQ)}
          />
        </Flex>
        <Loaded query={instances}>
          {({ items, total }) => (
            <RecordList
              label={t('instance.all')}
              columns={columns}
              records={items}
              keyOf={({ id }) => id}
              empty={t('instance.none')}
              paging={{ page, pageSize: 30, total, onChange: setPage }}
            />
          )}
        </Loaded>
      </div>
    </Page>
  );
}
