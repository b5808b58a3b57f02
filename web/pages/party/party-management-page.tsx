import { App, Button, Card, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { CreatePartyManagementRequest, PartyManagement } from '../../../api/contract/index.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { DateItem } from '../../form/date-item.tsx';
import { showOnFields } from '../../form/problems.ts';
import { formatDate } from '../../format/dates.ts';
import { usePeople } from '../../queries/catalogue.ts';
import { managementPageSize, useManagement, useManagementCommands } from '../../queries/party.ts';

/** Whom Party committees manage, from when to when: their opinion stands before a head's approval. */
export function PartyManagementPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const page = Number(search.get('page') ?? 1);
  const [q, setQ] = useState('');
  const [ending, setEnding] = useState<PartyManagement | null>(null);
  const managed = useManagement({ page, q });
  const columns: RecordColumn<PartyManagement>[] = [
    {
      key: 'person',
      title: t('party.person'),
      card: 'heading',
      render: ({ person, source }) => (
        <>
          <span className="strong">{person.fullName}</span>
          <div className="quiet">{source}</div>
        </>
      ),
    },
    {
      key: 'committee',
      title: t('party.committee'),
      render: ({ committee, level }) => (
        <>
          {committee}
          <div className="quiet">{t(`level.${level}`)}</div>
        </>
      ),
    },
    {
      key: 'dates',
      title: t('party.dates'),
      width: 240,
      render: (one) => (
        <>
          {t(one.validTo === null ? 'party.from' : 'party.fromTo', {
            from: formatDate(one.validFrom),
            to: one.validTo === null ? '' : formatDate(one.validTo),
          })}{' '}
          {one.validTo === null && (
            <Button size="small" onClick={() => setEnding(one)}>
              {t('party.end')}
            </Button>
          )}
        </>
      ),
    },
  ];
  return (
    <Page title={t('nav.party')}>
      <div className="stack">
        <p>{t('party.help')}</p>
        <Input.Search
          className="list-filter"
          allowClear
          aria-label={t('party.search')}
          placeholder={t('party.search')}
          onSearch={setQ}
        />
        <Loaded query={managed}>
          {({ items, total }) => (
            <RecordList
              label={t('nav.party')}
              columns={columns}
              records={items}
              keyOf={({ id }) => id}
              empty={t('party.none')}
              loading={managed.isPlaceholderData}
              paging={{
                page,
                pageSize: managementPageSize,
                total,
                onChange: (next) => setSearch({ page: String(next) }),
              }}
            />
          )}
        </Loaded>
        <AddManagement />
      </div>
      {ending && <EndManagement managed={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}

function AddManagement() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const names = useNames();
  const { add } = useManagementCommands();
  const [form] = Form.useForm<CreatePartyManagementRequest>();
  const [error, setError] = useState<unknown>(null);
  const [q, setQ] = useState('');
  const people = usePeople(undefined, q);
  const required = [{ required: true, message: t('validation.required') }];
  const submit = async ({ validTo, ...body }: CreatePartyManagementRequest) => {
    setError(null);
    try {
      await add.mutateAsync({ ...body, ...(validTo ? { validTo } : {}) });
      form.resetFields();
      void message.success(t('party.saved'));
    } catch (problem) {
      setError(showOnFields(form, problem));
    }
  };
  return (
    <Card size="small" title={t('party.add')}>
      <Form form={form} layout="vertical" onFinish={submit} disabled={add.isPending}>
        <Form.Item name="personId" label={t('party.person')} rules={required}>
          <Select
            showSearch={{ filterOption: false, onSearch: setQ }}
            options={(people.data?.items ?? []).map((person) => ({
              value: person.id,
              label: `${person.fullName}${person.unit ? ` · ${names.unit(person.unit)}` : ''}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="level" label={t('party.level')} rules={required}>
          <Select
            options={(['unit', 'department', 'ministry', 'central', 'state'] as const).map((value) => ({
              value,
              label: t(`level.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="committee" label={t('party.committee')} rules={required}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="source" label={t('party.source')} rules={required}>
          <Input maxLength={300} />
        </Form.Item>
        <DateItem name="validFrom" label={t('party.validFrom')} required />
        <DateItem name="validTo" label={t('party.validTo')} />
        {error !== null && <ProblemAlert error={error} />}
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('party.add')}
        </Button>
      </Form>
    </Card>
  );
}

function EndManagement({ managed, onClose }: { managed: PartyManagement; onClose: () => void }) {
  const { t } = useTranslation();
  const { end } = useManagementCommands();
  const [form] = Form.useForm<{ validTo: string }>();
  return (
    <Modal open title={t('party.endOf', { name: managed.person.fullName })} footer={null} onCancel={onClose}>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ validTo }) =>
          end.mutateAsync({ id: managed.id, validTo }).then(onClose, () => undefined)
        }
      >
        <DateItem name="validTo" label={t('party.validTo')} required />
        {end.error && <ProblemAlert error={end.error} />}
        <Button type="primary" htmlType="submit" loading={end.isPending}>
          {t('party.end')}
        </Button>
      </Form>
    </Modal>
  );
}
