import { Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Me, OfficePaperKind } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { useCampaigns } from '../../queries/catalogue.ts';
import { useOfficePaperCommands, useOfficePapers } from '../../queries/office-papers.ts';

export const paperKinds: OfficePaperKind[] = [
  'plan',
  'launch',
  'interim_review',
  'final_review',
  'regulation',
  'repeal',
];
/** Kinds that are about a campaign; a plan may be. */
const ofCampaign: OfficePaperKind[] = ['plan', 'launch', 'interim_review', 'final_review'];

interface Fields {
  unitId: string;
  kind: OfficePaperKind;
  campaignId?: string;
  replacesId?: string;
}

export interface NewPaperProps {
  me: Me;
  onClose: () => void;
  /** Campaign whose paper it is to be. */
  campaign?: { id: string; unitId: string };
}

/** Begins a paper: whose, of which kind, about which campaign, in whose place. */
export function NewPaperDialog({ me, onClose, campaign }: NewPaperProps) {
  const { t } = useTranslation();
  const names = useNames();
  const navigate = useNavigate();
  const { create } = useOfficePaperCommands();
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form);
  const unitId = Form.useWatch('unitId', form);
  const campaigns = useCampaigns();
  const regulations = useOfficePapers({ kind: 'regulation', status: 'issued' });
  const [error, setError] = useState<unknown>(null);
  const own = me.roles.flatMap(({ role, unit }) =>
    unit && ['clerk', 'appraiser'].includes(role) ? [unit] : [],
  );
  const required = [{ required: true, message: t('validation.required') }];
  const submit = ({ campaignId, replacesId, ...fields }: Fields) => {
    setError(null);
    create.mutate(
      { ...fields, campaignId: campaignId ?? null, replacesId: replacesId ?? null },
      {
        onSuccess: ({ id }) => void navigate(`/office-papers/${id}`),
        onError: (problem) => setError(showOnFields(form, problem)),
      },
    );
  };
  return (
    <Modal
      open
      title={t('paper.create')}
      okText={t('paper.create')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: create.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{
          unitId: campaign?.unitId ?? own[0]?.id,
          kind: campaign ? 'launch' : 'plan',
          campaignId: campaign?.id,
        }}
      >
        <Form.Item name="kind" label={t('paper.kindLabel')} rules={required}>
          <Select
            options={(campaign ? ofCampaign : paperKinds).map((value) => ({
              value,
              label: t(`paper.kind.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="unitId" label={t('field.unit')} rules={required}>
          <Select
            disabled={campaign !== undefined}
            options={own.map((unit) => ({ value: unit.id, label: names.unit(unit) }))}
          />
        </Form.Item>
        {ofCampaign.includes(kind) && (
          <Form.Item
            name="campaignId"
            label={t('paper.campaign')}
            {...(kind !== 'plan' && { rules: required })}
          >
            <Select
              allowClear
              showSearch
              optionFilterProp="label"
              disabled={campaign !== undefined}
              options={(campaigns.data?.items ?? [])
                .filter(({ launchedBy }) => launchedBy.id === unitId)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
        {(kind === 'regulation' || kind === 'repeal') && (
          <Form.Item
            name="replacesId"
            label={t(kind === 'repeal' ? 'paper.repeals' : 'paper.replaces')}
            {...(kind === 'repeal' && { rules: required })}
          >
            <Select
              allowClear
              options={(regulations.data?.items ?? [])
                .filter(({ unit }) => unit.id === unitId)
                .map(({ id, symbol, title }) => ({ value: id, label: `${symbol} · ${title}` }))}
            />
          </Form.Item>
        )}
      </Form>
      <p className="quiet">{t('paper.skeletonHelp')}</p>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
