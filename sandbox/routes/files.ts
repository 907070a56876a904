import multipart from "@fastify/multipart";
import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { invalid, missing, Problem } from "../problem";
import { FILE_TYPES } from "../storage";

const uploadQuery = z.strictObject({ type: z.enum(FILE_TYPES).default("attachment") });

const filePath = z.object({
  fileType: z.string(),
  domainHash: z.string(),
  resourceName: z.string(),
});

/** Uploads, and downloads by way of the storage host. */
export function fileRoutes(api: Api, { storage, uploadLimitBytes }: RouteContext): void {
  api.register(async (files: Api) => {
    await files.register(multipart);

    files.post("/upload", { schema: { querystring: uploadQuery } }, async (request, reply) => {
      if (!request.isMultipart())
        throw new Problem(400, "Files must be sent as multipart/form-data.");
      const received: { label: string; contentType: string; content: Buffer }[] = [];
      let room = uploadLimitBytes;
      for await (const part of request.parts({ limits: { fileSize: Number.MAX_SAFE_INTEGER } })) {
        if (part.type !== "file") throw invalid(part.fieldname, "Not a file.");
        const chunks: Buffer[] = [];
        for await (const chunk of part.file) {
          room -= chunk.length;
          if (room < 0) {
            throw new Problem(413, `At most ${uploadLimitBytes} bytes can be uploaded at once.`);
          }
          chunks.push(chunk);
        }
        received.push({
          label: part.fieldname,
          contentType: part.mimetype,
          content: Buffer.concat(chunks),
        });
      }
      if (received.length === 0) throw invalid("file", "At least one file is needed.");
      reply.code(201);
      return received.map(({ label, contentType, content }) => ({
        content_type: contentType,
        name: label,
        size: content.length,
        url: storage.keep(request.query.type, label, { contentType, content }),
      }));
    });
  });

  api.get(
    "/:fileType/download/:domainHash/:resourceName",
    { schema: { params: filePath } },
    ({ params }, reply) => {
      const { fileType, domainHash, resourceName } = params;
      const url = storage.signedUrl(fileType, domainHash, resourceName);
      if (url === undefined) throw missing("File", resourceName);
      return reply.redirect(url, 307);
    },
  );
}
