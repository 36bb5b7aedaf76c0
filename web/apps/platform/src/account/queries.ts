import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../api/http';
import { forget } from '../session/session';

export function useExport() {
  return useMutation({ mutationFn: () => http.get<Readonly<Record<string, unknown>>>('/api/users/me/export') });
}

export function useDeleteAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => http.delete<void>('/api/users/me', { password }),
    onSuccess: () => forget(client),
  });
}

/** Of neither password is anything kept. */
export function useChangePassword() {
  return useMutation({
    mutationFn: (passwords: { readonly current: string; readonly password: string }) =>
      http.put<void>('/api/users/me/password', passwords),
    gcTime: 0,
  });
}
