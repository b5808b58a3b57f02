import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LegalDocument } from '../../../api/contract/index.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { DateField } from '../../components/plans/date-field.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { showOnFields } from '../../form/problems.ts';
import { formatDate } from '../../format/dates.ts';
import { useLegalDocumentCommands, useLegalDocuments } from '../../queries/office-papers.ts';
import { holds, useMe } from '../../queries/session.ts';

/** The list of legal documents that papers cite, with the citations as they are printed. */
export function LegalDocumentsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [q, setQ] = useState('');
  const documents = useLegalDocuments(q);
  const [opened, setOpened] = useState<LegalDocument | 'new' | null>(null);
  const keeps = holds(me, 'clerk', 'appraiser');
  const columns: RecordColumn<LegalDocument>[] = [
    {
      key: 'citation',
      title: t('legal.citation'),
      card: 'heading',
      render: (document) =>
        keeps ? (
          <button type="button" className="link" lang="vi" onClick={() => setOpened(document)}>
            {document.citation}
          </button>
        ) : (
          <span lang="vi">{document.citation}</span>
        ),
    },
    {
      key: 'short',
      title: t('legal.short'),
      render: ({ shortCitation }) => <span lang="vi">{shortCitation}</span>,
    },
    {
      key: 'repealed',
      title: t('legal.inForce'),
      width: 170,
      render: ({ repealedOn }) =>
        repealedOn === null ? t('legal.yes') : t('legal.until', { date: formatDate(repealedOn) }),
    },
  ];
  return (
    <Page
      title={t('legal.title')}
      trail={[{ title: t('nav.papers'), to: '/office-papers' }]}
      actions={
        keeps ? (
          <Button type="primary" onClick={() => setOpened('new')}>
            {t('legal.add')}
          </Button>
        ) : undefined
      }
    >
      <div className="stack">
        <Input.Search
          allowClear
          className="lone-search"
          aria-label={t('legal.search')}
          placeholder={t('legal.search')}
          onSearch={setQ}
        />
        <Loaded query={documents}>
          {({ items }) => (
            <RecordList
              label={t('legal.title')}
              columns={columns}
              records={items}
              keyOf={({ id }) => id}
              empty={t('legal.none')}
            />
          )}
        </Loaded>
      </div>
      {opened !== null && (
        <DocumentDialog document={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
      )}
    </Page>
  );
}

interface Fields {
  type: string;
  symbol?: string;
  issuer?: string;
  subject: string;
}

/** Adds a legal document, or corrects one. */
function DocumentDialog({ document, onClose }: { document: LegalDocument | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { add, correct } = useLegalDocumentCommands();
  const [form] = Form.useForm<Fields>();
  const [issuedOn, setIssuedOn] = useState(document?.issuedOn ?? null);
  const [repealedOn, setRepealedOn] = useState(document?.repealedOn ?? null);
  const [error, setError] = useState<unknown>(null);
  const required = [{ required: true, message: t('validation.required') }];
  const submit = ({ type, symbol, issuer, subject }: Fields) => {
    if (issuedOn === null) return;
    setError(null);
    const body = {
      type,
      subject,
      issuedOn,
      repealedOn,
      symbol: symbol?.trim() ? symbol : null,
      issuer: issuer?.trim() ? issuer : null,
    };
    const done = {
      onSuccess: () => {
        void message.success(t('legal.saved'));
        onClose();
      },
      onError: (problem: unknown) => setError(showOnFields(form, problem)),
    };
    if (document === null) add.mutate(body, done);
    else correct.mutate({ ...body, id: document.id, version: document.version }, done);
  };
  return (
    <Modal
      open
      title={t(document === null ? 'legal.add' : 'legal.correct')}
      okText={t('legal.save')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: add.isPending || correct.isPending, disabled: issuedOn === null }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{
          type: document?.type,
          symbol: document?.symbol,
          issuer: document?.issuer,
          subject: document?.subject,
        }}
      >
        <Form.Item name="type" label={t('legal.type')} rules={required}>
          <Input maxLength={60} placeholder="Chỉ thị" />
        </Form.Item>
        <Form.Item name="symbol" label={t('legal.symbol')}>
          <Input maxLength={60} placeholder="01/CT-UBND" />
        </Form.Item>
        <Form.Item name="issuer" label={t('legal.issuer')}>
          <Input maxLength={200} placeholder="Chủ tịch Ủy ban nhân dân tỉnh" />
        </Form.Item>
        <Form.Item name="subject" label={t('legal.subject')} rules={required}>
          <Input.TextArea autoSize maxLength={1000} placeholder="về phát động thi đua …" />
        </Form.Item>
        <div className="form-columns">
          <DateField label={t('legal.issuedOn')} value={issuedOn} onChange={setIssuedOn} />
          <DateField label={t('legal.repealedOn')} value={repealedOn} onChange={setRepealedOn} />
        </div>
      </Form>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
