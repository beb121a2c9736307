import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./api.ts";
import { router } from "./routes.tsx";
import { firstReadingLanguage } from "./shell/reading-language.ts";
import { speak } from "./text/say.ts";
import { OverlayProvider } from "./ui/overlay-provider.tsx";

const place = document.getElementById("root");
if (place === null) throw new Error("the page has no place to draw in");

await speak(firstReadingLanguage());

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <OverlayProvider>
        <RouterProvider router={router} />
      </OverlayProvider>
    </QueryClientProvider>
  </StrictMode>,
);
