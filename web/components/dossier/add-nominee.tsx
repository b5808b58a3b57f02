import { App, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddNominationRequest, DossierDetail } from '../../../api/contract/index.ts';
import { showOnFields } from '../../form/problems.ts';
import { usePeople, useUnits } from '../../queries/catalogue.ts';
import { useDossierCommands } from '../../queries/dossiers.ts';
import { useNames } from '../names.ts';
import { ProblemAlert } from '../problem-alert.tsx';

type Kind = AddNominationRequest['kind'];
interface Fields {
  kind: Kind;
  personId?: string;
  unitId?: string;
  name?: string;
  post?: string;
  achievement?: string;
}

/** What the form holds as the API takes it; empty texts are left out. */
function requestOf({ kind, personId, unitId, name, post, achievement }: Fields): AddNominationRequest {
  const optional = achievement?.trim() ? { achievement: achievement.trim() } : {};
  if (kind === 'person') return { kind, personId: personId ?? '', ...optional };
  if (kind === 'collective') return { kind, unitId: unitId ?? '', ...optional };
  return { kind, name: name?.trim() ?? '', ...(post?.trim() ? { post: post.trim() } : {}), ...optional };
}

function PersonField({ unitId }: { unitId: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const [q, setQ] = useState('');
  const people = usePeople(unitId, q);
  return (
    <Form.Item
      name="personId"
      label={t('subject.person')}
      rules={[{ required: true, message: t('validation.person') }]}
    >
      <Select
        showSearch={{ filterOption: false, onSearch: setQ }}
        placeholder={t('nominations.findPerson')}
        loading={people.isFetching}
        notFoundContent={people.isSuccess ? t('nominations.nobody') : null}
        options={(people.data?.items ?? []).map((person) => ({
          value: person.id,
          label: [person.fullName, person.post, person.unit && names.unit(person.unit)]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </Form.Item>
  );
}

function CollectiveField() {
  const { t } = useTranslation();
  const names = useNames();
  const [q, setQ] = useState('');
  const units = useUnits({ q });
  return (
    <Form.Item
      name="unitId"
      label={t('subject.collective')}
      rules={[{ required: true, message: t('validation.unit') }]}
    >
      <Select
        showSearch={{ filterOption: false, onSearch: setQ }}
        placeholder={t('nominations.findUnit')}
        loading={units.isFetching}
        options={(units.data?.items ?? []).map((unit) => ({
          value: unit.id,
          label: `${names.unit(unit)} (${unit.code})`,
        }))}
      />
    </Form.Item>
  );
}

/** Adds one nominee: a person or unit of the organisation, or somebody from outside by name. */
export function AddNominee({
  dossier,
  open,
  onClose,
}: {
  dossier: DossierDetail;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { addNomination } = useDossierCommands(dossier.id);
  const [form] = Form.useForm<Fields>();
  const [error, setError] = useState<unknown>(null);
  const kinds: Kind[] = dossier.rule?.nomineeKinds ?? ['person', 'collective', 'outsider'];
  const kind = Form.useWatch('kind', form) ?? kinds[0];

  const submit = (fields: Fields) => {
    setError(null);
    addNomination.mutate(requestOf(fields), {
      onSuccess: ({ name }) => {
        void message.success(t('nominations.added', { name }));
        onClose();
      },
      onError: (problem) => setError(showOnFields(form, problem)),
    });
  };

  return (
    <Modal
      open={open}
      title={t('nominations.add')}
      okText={t('action.add')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: addNomination.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      afterClose={() => {
        form.resetFields();
        setError(null);
      }}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" onFinish={submit} initialValues={{ kind: kinds[0] }}>
        <Form.Item name="kind" label={t('field.kind')}>
          <Radio.Group
            optionType="button"
            options={kinds.map((value) => ({ value, label: t(`subject.${value}`) }))}
          />
        </Form.Item>
        {kind === 'person' && <PersonField unitId={dossier.unit.id} />}
        {kind === 'collective' && <CollectiveField />}
        {kind === 'outsider' && (
          <>
            <Form.Item
              name="name"
              label={t('field.fullName')}
              rules={[{ required: true, whitespace: true, message: t('validation.required') }]}
            >
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name="post" label={t('field.post')}>
              <Input maxLength={300} />
            </Form.Item>
          </>
        )}
        <Form.Item name="achievement" label={t('field.achievement')}>
          <Input.TextArea rows={4} maxLength={4000} showCount />
        </Form.Item>
      </Form>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
