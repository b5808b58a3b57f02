import { Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BlocDetail, OpenBlocYearRequest, UnitRef } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { useBlocCommands, useBlocYear } from '../../queries/blocs.ts';
import { useUnits } from '../../queries/catalogue.ts';

type QuorumParts = OpenBlocYearRequest['quorum']['denominator'];
/** Parts that a quorum is told in. */
const quorumParts: QuorumParts[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100];

interface Fields {
  year: number;
  recorded: boolean;
  regulation: string;
  sharePercent: number;
  shareStrict: boolean;
  quorumNumerator: number;
  quorumDenominator: QuorumParts;
  flags: number;
  memberIds: string[];
  leaderId: string;
  deputyIds: string[];
}

/** Opens a year of a bloc: it begins with the members and rules of the newest one. */
export function OpenYearDialog({ bloc, onClose }: { bloc: BlocDetail; onClose: () => void }) {
  const newestId = bloc.newest?.id ?? '';
  const newest = useBlocYear(newestId);
  if (newestId !== '' && newest.data === undefined) return null;
  const members = newest.data?.memberList.map(({ unit }) => unit) ?? [];
  return (
    <YearForm
      bloc={bloc}
      known={members}
      initial={{
        year: (bloc.newest?.year ?? new Date().getFullYear() - 1) + 1,
        recorded: false,
        regulation: newest.data?.regulation ?? '',
        sharePercent: newest.data?.sharePercent ?? 50,
        shareStrict: newest.data?.shareStrict ?? true,
        quorumNumerator: newest.data?.quorum.numerator ?? 2,
        quorumDenominator: quorumParts.find((parts) => parts === newest.data?.quorum.denominator) ?? 3,
        flags: newest.data?.flags ?? 1,
        memberIds: members.map(({ id }) => id),
        deputyIds: [],
      }}
      onClose={onClose}
    />
  );
}

function YearForm({
  bloc,
  known,
  initial,
  onClose,
}: {
  bloc: BlocDetail;
  known: UnitRef[];
  initial: Omit<Fields, 'leaderId'>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const names = useNames();
  const navigate = useNavigate();
  const { openYear } = useBlocCommands(bloc.id);
  const [form] = Form.useForm<Fields>();
  const [q, setQ] = useState('');
  const [seen, setSeen] = useState(known);
  const found = useUnits({ q }).data?.items ?? [];
  const [error, setError] = useState<unknown>(null);
  const chosen = Form.useWatch('memberIds', form) ?? initial.memberIds;
  const leader = Form.useWatch('leaderId', form);
  const offered = new Map([...seen, ...found].map((unit) => [unit.id, unit]));
  const option = (unit: UnitRef) => ({ value: unit.id, label: names.unit(unit) });
  const members = chosen.flatMap((id) => offered.get(id) ?? []);
  const required = [{ required: true, message: t('validation.required') }];
  const submit = ({
    memberIds,
    leaderId,
    deputyIds,
    quorumNumerator,
    quorumDenominator,
    ...rules
  }: Fields) => {
    setError(null);
    openYear.mutate(
      {
        ...rules,
        quorum: { numerator: quorumNumerator, denominator: quorumDenominator },
        members: memberIds.map((unitId) => ({
          unitId,
          role: unitId === leaderId ? 'leader' : deputyIds.includes(unitId) ? 'deputy' : 'member',
        })),
      },
      {
        onSuccess: ({ id }) => void navigate(`/bloc-years/${id}`),
        onError: (problem) => setError(showOnFields(form, problem)),
      },
    );
  };
  return (
    <Modal
      open
      width={760}
      title={t('bloc.openYear')}
      okText={t('bloc.openYear')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: openYear.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={initial} onFinish={submit}>
        <div className="form-columns">
          <Form.Item name="year" label={t('bloc.year')} rules={required}>
            <InputNumber min={1945} max={2100} precision={0} />
          </Form.Item>
          <Form.Item name="flags" label={t('bloc.flags')} rules={required}>
            <InputNumber min={1} max={100} precision={0} />
          </Form.Item>
          <Form.Item name="recorded" valuePropName="checked" label={t('bloc.status.recorded')}>
            <Checkbox>{t('bloc.recordedHelp')}</Checkbox>
          </Form.Item>
        </div>
        <Form.Item name="memberIds" label={t('bloc.membersLabel')} rules={required}>
          <Select
            mode="multiple"
            showSearch={{ filterOption: false, onSearch: setQ }}
            onSelect={() => setSeen([...offered.values()])}
            options={[...offered.values()].map(option)}
          />
        </Form.Item>
        <Form.Item name="leaderId" label={t('bloc.leader')} rules={required}>
          <Select options={members.map(option)} />
        </Form.Item>
        <Form.Item name="deputyIds" label={t('bloc.deputies')}>
          <Select mode="multiple" options={members.filter(({ id }) => id !== leader).map(option)} />
        </Form.Item>
        <Form.Item
          name="regulation"
          label={t('bloc.regulation')}
          extra={t('bloc.regulationHelp')}
          rules={required}
        >
          <Input maxLength={500} />
        </Form.Item>
        <div className="form-columns">
          <Form.Item name="sharePercent" label={t('bloc.sharePercent')} rules={required}>
            <InputNumber min={0} max={100} precision={0} suffix="%" />
          </Form.Item>
          <Form.Item name="shareStrict" valuePropName="checked" label={t('bloc.shareKind')}>
            <Checkbox>{t('bloc.strictly')}</Checkbox>
          </Form.Item>
          <Form.Item name="quorumNumerator" label={t('bloc.quorum')} rules={required}>
            <InputNumber min={0} max={100} precision={0} />
          </Form.Item>
          <Form.Item name="quorumDenominator" label={t('bloc.quorumOf')} rules={required}>
            <Select options={quorumParts.map((value) => ({ value, label: value }))} />
          </Form.Item>
        </div>
      </Form>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
