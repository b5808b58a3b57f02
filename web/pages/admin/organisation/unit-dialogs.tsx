import { App, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { AdministeredUnitDetail, UnitRef } from '../../../../api/contract/index.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { useNames } from '../../../components/names.ts';
import { DateItem } from '../../../form/date-item.tsx';
import { useOrganisationCommands } from '../../../queries/organisation.ts';
import { orNull, UnitFields, type UnitFieldValues } from './unit-fields.tsx';

const today = () => dayjs().format('YYYY-MM-DD');

/** Why it happens, in its own field of a form. */
export function ReasonItem() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="reason"
      label={t('field.reason')}
      rules={[{ required: true, whitespace: true, message: t('validation.reason') }]}
    >
      <Input.TextArea rows={3} maxLength={2000} />
    </Form.Item>
  );
}

/** A unit under another one, or the root of an organisation. */
export function NewUnitDialog({ parent, onClose }: { parent: UnitRef | null; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { createUnit } = useOrganisationCommands();
  return (
    <FormDialog<UnitFieldValues & { code: string; validFrom: string }>
      title={t('organisation.newUnit')}
      confirm={t('organisation.newUnit')}
      initial={{ parentId: parent?.id ?? null, kind: 'division', level: 'unit', validFrom: today() }}
      onSubmit={async ({ parentId, paperSymbol, isStandingBody, ...fields }) => {
        const { id } = await createUnit.mutateAsync({
          ...fields,
          parentId: parentId ?? null,
          paperSymbol: orNull(paperSymbol),
          isStandingBody: isStandingBody ?? false,
        });
        void navigate(`/admin/units/${id}`);
      }}
      onClose={onClose}
    >
      <Form.Item
        name="code"
        label={t('organisation.code')}
        extra={t('organisation.codeHelp')}
        rules={[{ required: true, message: t('validation.required') }]}
      >
        <Input maxLength={32} autoCapitalize="characters" />
      </Form.Item>
      <UnitFields parent={parent} parentHelp={t('organisation.rootHelp')} />
      <DateItem name="validFrom" label={t('organisation.validFrom')} required />
    </FormDialog>
  );
}

/** Another name, place in the tree or kind, from a day on. */
export function ChangeUnitDialog({ unit, onClose }: { unit: AdministeredUnitDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { changeUnit } = useOrganisationCommands();
  return (
    <FormDialog<UnitFieldValues & { effectiveOn: string; reason: string }>
      title={t('organisation.change')}
      confirm={t('action.save')}
      explanation={t('organisation.changeHelp')}
      initial={{ ...unit, effectiveOn: today() }}
      onSubmit={async ({ parentId, paperSymbol, ...fields }) => {
        await changeUnit.mutateAsync({
          ...fields,
          id: unit.id,
          paperSymbol: orNull(paperSymbol),
          // Where nothing else is chosen it stays, and needs no right over the unit above.
          ...(parentId && parentId !== unit.parentId && { parentId }),
        });
        void message.success(t('organisation.changed'));
      }}
      onClose={onClose}
    >
      <DateItem name="effectiveOn" label={t('organisation.effectiveOn')} required />
      <ReasonItem />
      <UnitFields parent={unit.parent} parentHelp={t('organisation.moveHelp')} />
    </FormDialog>
  );
}

export function EndUnitDialog({ unit, onClose }: { unit: AdministeredUnitDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const { message } = App.useApp();
  const { endUnit } = useOrganisationCommands();
  return (
    <FormDialog<{ lastDay: string; reason: string }>
      danger
      title={t('organisation.endOf', { name: names.unit(unit) })}
      confirm={t('organisation.end')}
      explanation={t('organisation.endHelp')}
      initial={{ lastDay: today() }}
      onSubmit={async (fields) => {
        await endUnit.mutateAsync({ ...fields, id: unit.id });
        void message.success(t('organisation.ended'));
      }}
      onClose={onClose}
    >
      <DateItem name="lastDay" label={t('organisation.lastDay')} required />
      <ReasonItem />
    </FormDialog>
  );
}
