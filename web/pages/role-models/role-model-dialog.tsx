import { Form, Input, InputNumber, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { LedgerLine, RoleModelDetail } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { useBlocs } from '../../queries/blocs.ts';
import { useCollectiveLedger, usePersonLedger } from '../../queries/ledger.ts';
import { useRoleModelCommands } from '../../queries/role-models.ts';
import { useMe } from '../../queries/session.ts';
import { HolderSelect } from '../ledger/holder-select.tsx';

interface Fields {
  unitId: string;
  blocYearId?: string;
  year: number;
  title: string;
  field: string;
  story: string;
  awardIds: string[];
}
type Kind = 'person' | 'collective';

/** Proposes a role model of one of the account's units, or writes one anew that may still be written. */
export function RoleModelDialog({ model, onClose }: { model?: RoleModelDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const navigate = useNavigate();
  const me = useMe();
  const blocs = useBlocs();
  const { propose, change } = useRoleModelCommands(model?.id);
  const [form] = Form.useForm<Fields>();
  const [kind, setKind] = useState<Kind>(model?.kind ?? 'person');
  const [holderId, setHolder] = useState<string | null>(model?.subjectId ?? null);
  const [error, setError] = useState<unknown>(null);
  const own = me.roles.flatMap(({ role, unit }) => (role === 'clerk' && unit ? [unit] : []));
  const required = [{ required: true, whitespace: true, message: t('validation.required') }];
  const needed = [{ required: true, message: t('validation.required') }];
  const close = (id: string) => {
    onClose();
    void navigate(`/role-models/${id}`);
  };
  const submit = ({ unitId, blocYearId, ...content }: Fields) => {
    if (holderId === null) return;
    setError(null);
    const handlers = {
      onSuccess: ({ id }: RoleModelDetail) => close(id),
      onError: (problem: unknown) => setError(showOnFields(form, problem)),
    };
    if (model) change.mutate({ ...content, version: model.version }, handlers);
    else
      propose.mutate(
        {
          ...content,
          unitId,
          blocYearId: blocYearId ?? null,
          ...(kind === 'person' ? { personId: holderId } : { collectiveId: holderId }),
        },
        handlers,
      );
  };
  return (
    <Modal
      open
      width={760}
      title={t(model ? 'roleModel.change' : 'roleModel.propose')}
      okText={t(model ? 'roleModel.save' : 'roleModel.propose')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: propose.isPending || change.isPending, disabled: holderId === null }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={
          model
            ? { ...model, awardIds: model.awards.map(({ id }) => id) }
            : { unitId: own[0]?.id, year: new Date().getFullYear(), awardIds: [] }
        }
      >
        {!model && (
          <>
            <Form.Item name="unitId" label={t('roleModel.proposedBy')} rules={needed}>
              <Select options={own.map((unit) => ({ value: unit.id, label: names.unit(unit) }))} />
            </Form.Item>
            <Form.Item name="blocYearId" label={t('roleModel.forBloc')}>
              <Select
                allowClear
                options={(blocs.data?.items ?? []).flatMap(({ name, newest }) =>
                  newest ? [{ value: newest.id, label: `${name}, ${newest.year}` }] : [],
                )}
              />
            </Form.Item>
            <Form.Item label={t('roleModel.who')}>
              <Radio.Group
                value={kind}
                onChange={({ target }) => {
                  setKind(target.value);
                  setHolder(null);
                  form.setFieldValue('awardIds', []);
                }}
                options={(['person', 'collective'] as const).map((value) => ({
                  value,
                  label: t(`roleModel.kind.${value}`),
                }))}
              />
            </Form.Item>
            <Form.Item>
              <HolderSelect
                id="role-model-holder"
                label={t(`roleModel.kind.${kind}`)}
                filter={{ kind }}
                value={holderId}
                onChange={(id) => {
                  setHolder(id);
                  form.setFieldValue('awardIds', []);
                }}
              />
            </Form.Item>
          </>
        )}
        <Form.Item
          name="title"
          label={t('roleModel.title')}
          extra={t('roleModel.titleHelp')}
          rules={required}
        >
          <Input maxLength={300} />
        </Form.Item>
        <div className="form-columns">
          <Form.Item name="field" label={t('roleModel.field')} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="year" label={t('roleModel.year')} rules={needed}>
            <InputNumber min={1945} max={2100} precision={0} />
          </Form.Item>
        </div>
        <Form.Item name="story" label={t('roleModel.story')} rules={required}>
          <Input.TextArea rows={8} maxLength={20_000} />
        </Form.Item>
        {holderId !== null &&
          (kind === 'person' ? <PersonAwards id={holderId} /> : <CollectiveAwards id={holderId} />)}
      </Form>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}

const PersonAwards = ({ id }: { id: string }) => (
  <AwardsField lines={usePersonLedger(id).data?.lines ?? []} />
);
const CollectiveAwards = ({ id }: { id: string }) => (
  <AwardsField lines={useCollectiveLedger(id).data?.lines ?? []} />
);

/** Chooses among the awards in force of the nominee's ledger. */
function AwardsField({ lines }: { lines: LedgerLine[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const options = lines.flatMap((line) =>
    line.kind === 'award' && line.status === 'in_force' && line.struck === null
      ? [{ value: line.id, label: `${names.award(line)} (${line.year}), ${line.decisionSymbol}` }]
      : [],
  );
  return (
    <Form.Item name="awardIds" label={t('roleModel.awards')}>
      <Select mode="multiple" optionFilterProp="label" options={options} />
    </Form.Item>
  );
}
