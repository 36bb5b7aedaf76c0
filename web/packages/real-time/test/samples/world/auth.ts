export declare function auth(): { userId: string | null };
